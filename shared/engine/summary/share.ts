import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { replicateError } from './replicate-error.ts';

/** A share of draws with its sampling error, one standard deviation. */
export interface Share {
  readonly share: number;
  readonly standardError: number;
}

/**
 * Returns the share of `draws` draws for which something holds, with its sampling error from the replicates. Where it holds
 * for all or none, the error is that of the rule of three: 3 / draws would be the upper bound at 95 %.
 */
export function shareOf(draws: number, firstDraw: number, holds: (at: number) => boolean): Share {
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  let held = 0;
  for (let at = 0; at < draws; at++) {
    const replicate = (firstDraw + at) & REPLICATE_MASK;
    counts[replicate] += 1;
    if (!holds(at)) continue;
    sums[replicate] += 1;
    held += 1;
  }
  const isExtreme = held === 0 || held === draws;
  return {
    share: draws === 0 ? Number.NaN : held / draws,
    standardError: isExtreme ? 3 / draws / 1.959963984540054 : replicateError(sums, counts),
  };
}
