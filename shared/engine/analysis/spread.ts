import { createOrderStatistics } from '../numeric/order-statistics.ts';

/** How a figure spreads over draws; the percentiles speak of the draws that have an answer. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of draws that have an answer, 0…1. */
  readonly answered: number;
}

const probabilities = [0.1, 0.5, 0.9] as const;

/**
 * Returns the 10th, 50th and 90th percentile of a figure over draws, in its units, by type 7 of Hyndman and Fan (1996), as the
 * bands of a run have them; NaN where no draw has an answer.
 */
export function spreadOf(samples: Float64Array): Spread {
  const order = createOrderStatistics(samples.length);
  const answers = order.load(samples);
  if (answers === 0) return { p10: Number.NaN, p50: Number.NaN, p90: Number.NaN, answered: 0 };
  const values = new Float64Array(probabilities.length);
  order.at(
    probabilities.map((probability) => probability * (answers - 1)),
    values,
  );
  const [p10, p50, p90] = values;
  return { p10, p50, p90, answered: answers / samples.length };
}
