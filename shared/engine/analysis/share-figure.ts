import { createOrderStatistics } from '../numeric/order-statistics.ts';

/**
 * Returns the level that a share of the draws reaches: `at-least` gives the largest level such that `share` of them lie at or above it,
 * `at-most` the smallest such that `share` lie at or below. Seeking a target of this figure seeks the target "in 90 % of
 * draws". A draw without an answer reaches nothing; NaN where too few answer.
 */
export function levelReachedBy(samples: Float64Array, share: number, side: 'at-least' | 'at-most'): number {
  const order = createOrderStatistics(samples.length);
  const answers = order.load(samples);
  const needed = share * samples.length;
  if (answers === 0 || needed > answers) return Number.NaN;
  const level = new Float64Array(1);
  const last = answers - 1;
  // The share is taken of all draws; type 7 ranks among those that answer.
  const rank = (needed / answers) * last;
  order.at([side === 'at-most' ? rank : last - rank], level);
  return level[0];
}
