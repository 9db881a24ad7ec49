import { createOrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { FEWEST_RANKS } from '../summary/percentile-errors.ts';
import { replicateError } from '../summary/replicate-error.ts';

/** How a figure spreads over draws; the percentiles speak of the draws that have an answer. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Sampling errors of the percentiles, one standard error; NaN where they are not known. */
  readonly p10Error: number;
  readonly p50Error: number;
  readonly p90Error: number;
  /** Share of draws that have an answer, 0…1. */
  readonly answered: number;
}

const probabilities = [0.1, 0.5, 0.9] as const;

/** Ranks are taken this many standard errors to either side. */
const REACH = 1.959963984540054;

/**
 * Returns the 10th, 50th and 90th percentile of a figure over draws 0, 1, …, in its units, by type 7 of Hyndman and Fan (1996), as
 * the bands of a run have them, and their sampling errors by the same rule: how far the share of draws below differs between
 * replicates tells how many ranks a percentile may be off, and the values so many ranks away what that is. NaN where no draw has an
 * answer, errors also where only one replicate does.
 */
export function spreadOf(samples: Float64Array): Spread {
  const order = createOrderStatistics(samples.length);
  const answers = order.load(samples);
  const values = new Float64Array(probabilities.length).fill(Number.NaN);
  const errors = new Float64Array(probabilities.length).fill(Number.NaN);
  if (answers > 0) {
    const ranks = probabilities.map((probability) => probability * (answers - 1));
    order.at(ranks, values);
    const around = new Float64Array(2);
    ranks.forEach((rank, index) => {
      const reach = ranksInDoubt(samples, values[index], answers);
      if (Number.isNaN(reach)) return;
      order.at([Math.max(0, rank - reach), Math.min(answers - 1, rank + reach)], around);
      errors[index] = (around[1] - around[0]) / (2 * REACH);
    });
  }
  const [p10, p50, p90] = values;
  const [p10Error, p50Error, p90Error] = errors;
  return { p10, p50, p90, p10Error, p50Error, p90Error, answered: answers / samples.length };
}

/** Returns by how many ranks a percentile may be off either way, or NaN where one replicate holds all answers. */
function ranksInDoubt(samples: Float64Array, percentile: number, answers: number): number {
  const below = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  samples.forEach((value, draw) => {
    if (Number.isNaN(value)) return;
    counts[draw & REPLICATE_MASK] += 1;
    if (value <= percentile) below[draw & REPLICATE_MASK] += 1;
  });
  const error = replicateError(below, counts);
  return Number.isNaN(error) ? error : Math.max(FEWEST_RANKS, REACH * error * (answers - 1));
}
