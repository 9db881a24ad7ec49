import { normalCdf, normalUpperTail } from '../numeric/normal-cdf.ts';
import type { Distribution } from '../plan/distribution.ts';
import type { Law } from './law.ts';
import { lawQuantile } from './law-quantile.ts';
import { prepareLaw } from './prepare-law.ts';

/** Normal scores beyond this carry less than a part in 10^12 of any mean that is finite in practice. */
const REACH = 10;
const STEPS_PER_UNIT = 20;

/**
 * Returns the mean of a distribution in its units; NaN where the distribution is not valid.
 *
 * The integral of the quantile function over probability, taken over the normal score of the probability by the trapezoid
 * rule: the weight falls like a bell, so smooth laws come out to 1e-9 of their spread and laws with corners to 1e-4.
 */
export function mean(distribution: Distribution): number {
  const law = prepareLaw(distribution);
  return law.ok ? lawMean(law.value) : Number.NaN;
}

function lawMean(law: Law): number {
  if (law.kind === 'constant') return law.value;
  if (law.kind === 'uniform') return (law.low + law.high) / 2;
  if (law.kind === 'discrete') {
    return law.values.reduce(
      (sum, value, at) => sum + value * (law.cumulative[at] - (at === 0 ? 0 : law.cumulative[at - 1])),
      0,
    );
  }
  let sum = 0;
  let weights = 0;
  for (let step = -REACH * STEPS_PER_UNIT; step <= REACH * STEPS_PER_UNIT; step++) {
    const score = step / STEPS_PER_UNIT;
    const weight = Math.exp(-(score ** 2) / 2);
    sum += weight * lawQuantile(law, normalCdf(score), normalUpperTail(score));
    weights += weight;
  }
  return sum / weights;
}
