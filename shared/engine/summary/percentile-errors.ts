import type { OrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from './bands.ts';
import { replicateError } from './replicate-error.ts';

/** Kinds of draws by their value: above so many percentiles (0…5), without an answer, or not told yet. */
export const NO_ANSWER = 6;
export const MIXED = 7;
export const KINDS = 8;

/**
 * Where all replicates agree on the share below, as evenly spread draws of a single input can, a percentile is still known to a few
 * neighbouring values only.
 */
export const FEWEST_RANKS = 2;

/** Ranks are taken this many standard errors to either side: where the error of a percentile is read off. */
const REACH = 1.959963984540054;

const PERCENTILES = BAND_PROBABILITIES.length;
const FIRST_ERROR = BAND_FIGURES.indexOf('p5Error');

/** What is known of a sample once its percentiles are. */
export interface CountedSample {
  /** Draws by replicate and kind: `kinds[replicate * KINDS + kind]`. */
  readonly kinds: Uint32Array;
  /** Answers by replicate, and all of them. */
  readonly counts: Float64Array;
  readonly answers: number;
  /** Ranks of the percentiles. */
  readonly ranks: Float64Array;
}

/** Writes the sampling errors of the percentiles among the figures; false where a value is wanted that is not at hand. */
export type PercentileErrors = (sample: CountedSample, figures: Float64Array) => boolean;

/**
 * Makes what reads the sampling errors of percentiles off a sample in order: how much the share of draws below a percentile differs
 * from one replicate to another tells how far in rank it may be off, and the order statistics so many ranks away tell what
 * that is in value. Where only some values are at hand, `isAtHand` says of a whole rank whether its value is.
 */
export function createPercentileErrors(
  order: OrderStatistics,
  isAtHand: (rank: number) => boolean = () => true,
): PercentileErrors {
  const below = new Float64Array(REPLICATES);
  const ends = new Float64Array(2 * PERCENTILES);

  function writeExactErrors(figures: Float64Array): boolean {
    if (!ends.every((rank) => isAtHand(Math.floor(rank)) && isAtHand(Math.ceil(rank)))) return false;
    const byRank = [...ends.keys()].sort((one, two) => ends[one] - ends[two]);
    const around = new Float64Array(ends.length);
    order.at(
      byRank.map((index) => ends[index]),
      around,
    );
    figures.fill(0, FIRST_ERROR, FIRST_ERROR + PERCENTILES);
    byRank.forEach((index, place) => {
      const sign = index < PERCENTILES ? -1 : 1;
      figures[FIRST_ERROR + (index % PERCENTILES)] += (sign * around[place]) / (2 * REACH);
    });
    return true;
  }

  return ({ kinds, counts, answers, ranks }, figures) => {
    const last = answers - 1;
    let isTold = true;
    below.fill(0);
    for (let index = 0; index < PERCENTILES; index++) {
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        below[replicate] += kinds[replicate * KINDS + index];
      }
      const reach = Math.max(FEWEST_RANKS, REACH * replicateError(below, counts) * last);
      ends[index] = Math.max(0, ranks[index] - reach);
      ends[PERCENTILES + index] = Math.min(last, ranks[index] + reach);
      const distance = order.distance(ends[index], ends[PERCENTILES + index]);
      figures[FIRST_ERROR + index] = distance / (2 * REACH);
      if (Number.isNaN(distance)) isTold = false;
    }
    return isTold || writeExactErrors(figures);
  };
}
