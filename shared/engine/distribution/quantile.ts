import type { Distribution } from '../plan/distribution.ts';
import { lawQuantile } from './law-quantile.ts';
import { prepareLaw } from './prepare-law.ts';

/**
 * Returns the value of a distribution at a probability in (0, 1), in the units of the distribution. NaN where the
 * distribution is not valid or the probability lies outside; `prepareLaw` tells what is wrong.
 */
export function quantile(distribution: Distribution, probability: number): number {
  const law = prepareLaw(distribution);
  if (!law.ok || !(probability > 0 && probability < 1)) return Number.NaN;
  return lawQuantile(law.value, probability, 1 - probability);
}

/** Returns the median of a distribution, its value on the central path; NaN where the distribution is not valid. */
export function median(distribution: Distribution): number {
  return distribution.kind === 'constant' ? distribution.value : quantile(distribution, 0.5);
}
