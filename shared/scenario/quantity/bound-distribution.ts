import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** The ends between which a quantity may lie; absent where open. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Which end is crossed, and the value that crosses it. */
export interface Crossing {
  readonly side: 'min' | 'max';
  readonly value: number;
}

/** Standard deviations beyond which a truncated normal has practically nothing left to draw. */
const emptyTail = 6;

/** Keeps a distribution inside a range: fixed values must lie inside, continuous ones are truncated. */
export function boundDistribution(distribution: Distribution, range: Range): Outcome<Distribution, Crossing> {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  const fixed = fixedValues(distribution);
  const outside = fixed.find((value) => value < min || value > max);
  if (outside !== undefined) return fail({ side: outside < min ? 'min' : 'max', value: outside });
  if (distribution.kind === 'constant' || distribution.kind === 'discrete') return ok(distribution);
  const [low, high] = supportOf(distribution);
  const [least, most] = reachOf(distribution);
  if (most <= min) return fail({ side: 'min', value: most });
  if (least >= max) return fail({ side: 'max', value: least });
  const atLeast = Math.max(min, distribution.atLeast ?? Number.NEGATIVE_INFINITY);
  const atMost = Math.min(max, distribution.atMost ?? Number.POSITIVE_INFINITY);
  return ok({
    ...distribution,
    ...(atLeast > low ? { atLeast } : {}),
    ...(atMost < high ? { atMost } : {}),
  });
}

function fixedValues(distribution: Distribution): readonly number[] {
  if (distribution.kind === 'constant') return [distribution.value];
  return distribution.kind === 'discrete' ? distribution.values : [];
}

type Continuous = Exclude<Distribution, { kind: 'constant' | 'discrete' }>;

/** Where the untruncated law can lie at all. */
function supportOf(distribution: Continuous): readonly [number, number] {
  if (distribution.kind === 'normal') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (distribution.kind === 'lognormal') return [0, Number.POSITIVE_INFINITY];
  return [distribution.low, distribution.high];
}

/** Where the untruncated law practically lies. */
function reachOf(distribution: Continuous): readonly [number, number] {
  if (distribution.kind === 'normal') {
    const { mean, sd } = distribution;
    return [mean - emptyTail * sd, mean + emptyTail * sd];
  }
  if (distribution.kind === 'lognormal') {
    const { mu, sigma } = distribution;
    return [Math.exp(mu - emptyTail * sigma), Math.exp(mu + emptyTail * sigma)];
  }
  return supportOf(distribution);
}
