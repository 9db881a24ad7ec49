import type { OrderStatistics } from '../numeric/order-statistics.ts';
import { BAND_PROBABILITIES } from './bands.ts';
import { MIXED, NO_ANSWER } from './percentile-errors.ts';

const PERCENTILES = BAND_PROBABILITIES.length;

/** Says of every bin how many percentiles lie below it, or that one may lie in it: `neighbours` are the ranks around them. */
export function markBins(order: OrderStatistics, neighbours: Float64Array, kindOfBin: Uint8Array): void {
  let start = 0;
  for (let index = 0; index < PERCENTILES; index++) {
    const first = order.binOfRank(neighbours[2 * index]);
    const last = order.binOfRank(neighbours[2 * index + 1]);
    kindOfBin.fill(index, start, Math.max(start, first));
    kindOfBin.fill(MIXED, first, last + 1);
    start = last + 1;
  }
  kindOfBin.fill(PERCENTILES, start, order.bins());
  kindOfBin[order.bins()] = NO_ANSWER;
}
