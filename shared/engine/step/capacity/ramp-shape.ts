import { unreachable } from '../../../base/assert.ts';
import type { Lanes } from '../../block/block.ts';
import type { PrepareLoop } from '../../lanes/machine.ts';
import { curveRamp, stepRamp, withinRamp } from '../../loops/capacity.ts';
import type { PhasePlan } from '../../plan/deal.ts';

/** Smallest coefficient of innovation: with none at all a Bass curve would never start. */
export const leastInnovation = 1e-9;

/**
 * Prepares the step that turns elapsed shares of a ramp into shares of its power that are online, in place.
 *
 * `x` is 0 at energisation and 1 at full power; the result is 0 for `x <= 0`, 1 for `x >= 1`, and does not fall in between.
 * Shapes: step (all at once), linear `x`, s-curve `3x² − 2x³`, and Bass, `F(x)/F(1)` with
 * `F(x) = (1 − e^{−(p+q)x}) / (1 + (q/p) e^{−(p+q)x})`.
 *
 * Source of the Bass curve: F. M. Bass, A New Product Growth for Model Consumer Durables, Management Science 15 (1969).
 */
export function shapeRamp(
  loop: PrepareLoop,
  shape: PhasePlan['shape'],
  x: Lanes,
  p: Lanes,
  q: Lanes,
): () => void {
  switch (shape) {
    case 'step':
      return loop(stepRamp, x);
    case 'linear':
      return loop(withinRamp, x);
    case 's-curve':
      return loop(curveRamp, x);
    case 'bass': {
      const bound = loop(withinRamp, x);
      return () => {
        bound();
        for (let l = 0; l < x.length; l += 1) {
          if (x[l] < 1) x[l] = Math.min(1, bassShare(x[l], p[l], q[l]) / bassShare(1, p[l], q[l]));
        }
      };
    }
    default:
      return unreachable(shape);
  }
}

/** Computes the Bass cumulative share of adopters after time `t` (same unit as `1/p` and `1/q`), 0 for `t <= 0`. */
export function bassShare(t: number, p: number, q: number): number {
  if (t <= 0) return 0;
  const innovation = Math.max(p, leastInnovation);
  const fading = Math.exp(-(innovation + q) * t);
  return (1 - fading) / (1 + (q / innovation) * fading);
}
