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
  const cuts = cutsOf(distribution).filter((cut) => cut > low && cut < high);
  const grid = Array.from({ length: slices + 1 }, (_, at) => low + (at / slices) * (high - low));
  const edges = [...new Set([...grid, ...cuts])].sort((a, b) => a - b);
  const tails = edges.map((edge) => lawTails(law.value, edge));
  const heights = edges.slice(1).map((edge, at) => {
    const [from, before, after] = [edges[at] ?? edge, tails[at], tails[at + 1]];
    return before && after ? probabilityBetween(before, after) / (edge - from) : 0;
  });
  const peak = Math.max(...heights);
  if (!(peak > 0)) return null;
  const x = (value: number) => (value - low) / (high - low);
  const points = heights.flatMap((height, at): (readonly [number, number])[] => {
    const [from = low, to = high] = [edges[at], edges[at + 1]];
    const y = height / peak;
    // Where a law ends at once, and at the ends of the picture, the outline drops straight down.
    const start = at === 0 || cuts.includes(from) ? ([[x(from), y]] as const) : [];
    const end = to === high || cuts.includes(to) ? ([[x(to), y]] as const) : [];
    return [...start, [x((from + to) / 2), y], ...end];
  });
  return { points, isDiscrete: false };
}

/** Where a law may begin or end at once. */
function cutsOf(distribution: Distribution): readonly number[] {
  const ends = 'low' in distribution ? [distribution.low, distribution.high] : [];
  const bounds = 'atLeast' in distribution || 'atMost' in distribution ? boundsOf(distribution) : [];
  return [...ends, ...bounds];
}

function boundsOf({ atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): number[] {
  return [atLeast, atMost].filter((bound) => bound !== undefined);
}
