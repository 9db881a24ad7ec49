import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** The outline of a distribution: points in the unit square, x by value, y by likelihood, the peak at 1. */
export interface Density {
  readonly low: number;
  readonly high: number;
  readonly median: number;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** True where only single values are possible: the points are their heights, to be drawn as bars. */
  readonly isDiscrete: boolean;
}

const slices = 48;
const tail = 0.01;

/** Draws the outline of a distribution between its 1st and 99th percentile; null for a single certain value. */
export function density(distribution: Distribution): Density | null {
  if (distribution.kind === 'constant') return null;
  return distribution.kind === 'discrete'
    ? discreteDensity(distribution.values, distribution.weights, quantile(distribution, 0.5))
    : smoothDensity(distribution);
}

function smoothDensity(distribution: Distribution): Density | null {
  const probability = (slice: number) => tail + (slice / slices) * (1 - 2 * tail);
  const edges = Array.from({ length: slices + 1 }, (_, slice) => quantile(distribution, probability(slice)));
  const low = edges[0] ?? Number.NaN;
  const high = edges[slices] ?? Number.NaN;
  if (!(high > low)) return null;
  // Equal shares of probability: the narrower the slice, the denser it is there.
  const heights = edges.slice(1).map((edge, at) => {
    const from = edges[at] ?? edge;
    return { x: ((from + edge) / 2 - low) / (high - low), y: 1 / Math.max(edge - from, (high - low) * 1e-4) };
  });
  const peak = Math.max(...heights.map((one) => one.y));
  return {
    low,
    high,
    median: quantile(distribution, 0.5),
    points: heights.map(({ x, y }) => [x, y / peak]),
    isDiscrete: false,
  };
}

function discreteDensity(
  values: readonly number[],
  weights: readonly number[],
  median: number,
): Density | null {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(high > low)) return null;
  const peak = Math.max(...weights);
  return {
    low,
    high,
    median,
    points: values.map((value, at) => [(value - low) / (high - low), (weights[at] ?? 0) / peak]),
    isDiscrete: true,
  };
}
