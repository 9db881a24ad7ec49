import { lawTails } from '#shared/engine/distribution/law-tails.ts';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import { probabilityBetween } from '#shared/engine/distribution/window.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** How likely the values between two ends are: points in the unit square, x from end to end, the peak at 1. */
export interface DensityBetween {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** True where only single values are possible: the points are their heights, to be drawn as bars. */
  readonly isDiscrete: boolean;
}

const slices = 120;

/**
 * Draws how likely the values between two ends are, from the cumulative probabilities the draws themselves are made with.
 * Null for a certain value, or one that is not valid.
 */
export function densityBetween(distribution: Distribution, low: number, high: number): DensityBetween | null {
  if (!(high > low)) return null;
  if (distribution.kind === 'discrete') {
    const peak = Math.max(...distribution.weights);
    const points = distribution.values.map(
      (value, at) => [(value - low) / (high - low), (distribution.weights[at] ?? 0) / peak] as const,
    );
    return { points, isDiscrete: true };
  }
  const law = prepareLaw(distribution);
  if (!law.ok || law.value.kind === 'constant') return null;
  const tails = Array.from({ length: slices + 1 }, (_, at) =>
    lawTails(law.value, low + (at / slices) * (high - low)),
  );
  const shares = tails.slice(1).map((tail, at) => probabilityBetween(tails[at] ?? tail, tail));
  const peak = Math.max(...shares);
  if (!(peak > 0)) return null;
  return { points: shares.map((share, at) => [(at + 0.5) / slices, share / peak]), isDiscrete: false };
}
