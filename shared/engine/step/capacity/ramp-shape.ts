import type { PhasePlan } from '../../plan/deal.ts';

/** Smallest coefficient of innovation: with none at all a Bass curve would never start. */
export const leastInnovation = 1e-9;

/**
 * Computes the share of a phase that is online at a point of its ramp.
 *
 * `x` is the elapsed share of the ramp, 0 at energisation and 1 at full power; the result is 0 for `x <= 0`, 1 for
 * `x >= 1`, and does not fall in between. Shapes: step (all at once), linear `x`, s-curve `3x² − 2x³`, and Bass,
 * `F(x)/F(1)` with `F(x) = (1 − e^{−(p+q)x}) / (1 + (q/p) e^{−(p+q)x})`.
 *
 * Source of the Bass curve: F. M. Bass, A New Product Growth for Model Consumer Durables, Management Science 15 (1969).
 */
export function rampShare(shape: PhasePlan['shape'], x: number, p: number, q: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  switch (shape) {
    case 'step':
      return 1;
    case 'linear':
      return x;
    case 's-curve':
      return x * x * (3 - 2 * x);
    case 'bass':
      return Math.min(1, bassShare(x, p, q) / bassShare(1, p, q));
  }
}

/** Computes the Bass cumulative share of adopters after time `t` (same unit as `1/p` and `1/q`), 0 for `t <= 0`. */
export function bassShare(t: number, p: number, q: number): number {
  if (t <= 0) return 0;
  const innovation = Math.max(p, leastInnovation);
  const fading = Math.exp(-(innovation + q) * t);
  return (1 - fading) / (1 + (q / innovation) * fading);
}
