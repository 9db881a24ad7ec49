import { clamp } from './at.ts';

/** Bass (1969): cumulative adopters as a share of the market, F(t) with innovation p and imitation q; 0 before 0. */
export function bassShare(t: number, innovation: number, q: number): number {
  if (t <= 0) return 0;
  const p = Math.max(1e-9, innovation);
  const decay = Math.exp(-(p + q) * t);
  return (1 - decay) / (1 + (q / p) * decay);
}

/** The logistic curve through one half at `midpoint`, with slope set by `steepness`. */
export function logistic(t: number, midpoint: number, steepness: number): number {
  return 1 / (1 + Math.exp(-steepness * (t - midpoint)));
}

/** The steepness with which a logistic goes from 10 % to 90 % in `duration`: 2 ln 9 / duration (Fisher and Pry, 1971). */
export function takeOverSteepness(duration: number): number {
  return (2 * Math.log(9)) / duration;
}

/** The cubic that leaves 0 and reaches 1 with no slope. */
export function smoothStep(x: number): number {
  return 3 * x ** 2 - 2 * x ** 3;
}

/** Norton and Bass (1987): what each generation holds when each later one takes its share of all earlier ones. */
export function nortonBassShares(adoption: readonly number[]): number[] {
  return adoption.map((_, i) => {
    const reached = adoption.slice(0, i + 1).reduce((product, f) => product * f, 1);
    const lostToNext = adoption[i + 1] ?? 0;
    return reached * (1 - lostToNext);
  });
}

/** Wright (1936): what remains of the first unit's cost when cumulative volume has grown `times` over. */
export function wrightFactor(times: number, learningRate: number): number {
  return times ** Math.log2(1 - learningRate);
}

/** The Bass curve over one ramp, stretched so that it ends at 1. */
export function bassRamp(x: number, p: number, q: number): number {
  return bassShare(x, p, q) / bassShare(1, p, q);
}

/** How far a ramp has come, 0…1; one without length is all there as soon as any time has passed. */
export function linearRamp(elapsed: number, duration: number): number {
  if (duration <= 0) return elapsed > 0 ? 1 : 0;
  return clamp(elapsed / duration, 0, 1);
}
