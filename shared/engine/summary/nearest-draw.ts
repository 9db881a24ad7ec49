import { uncontrolled } from '../control.ts';
import { type SampleStore, samplesAt } from '../sample-store.ts';
import { bandsOf } from './bands.ts';

/**
 * Returns the index of the draw that stays nearest to the median path: least sum, over the given measures and all months, of
 * squared distances from the median, each divided by the width of the band from the 5th to the 95th percentile. A draw without an
 * answer where the median has one counts as a whole band away. Of equals the earliest; -1 where there is no draw,
 * and when cancelled, which is asked before every month.
 */
export function drawNearestMedian(
  store: SampleStore,
  done: number,
  table: Float64Array,
  measures: readonly number[],
  isCancelled: () => boolean = uncontrolled.isCancelled,
): number {
  const distance = new Float64Array(done);
  for (const measure of measures) {
    const { p5, p50, p95 } = bandsOf(table, measure, store.months);
    for (let month = 0; month < store.months; month++) {
      if (isCancelled()) return -1;
      const width = p95[month] - p5[month];
      if (!(width > 0)) continue;
      const samples = samplesAt(store, measure, month);
      const median = p50[month];
      for (let draw = 0; draw < done; draw++) {
        const away = (samples[draw] - median) / width;
        distance[draw] += Number.isNaN(away) ? 1 : away * away;
      }
    }
  }
  let nearest = -1;
  for (let draw = 0; draw < done; draw++) {
    if (nearest === -1 || distance[draw] < distance[nearest]) nearest = draw;
  }
  return nearest < 0 ? -1 : store.firstDraw + nearest;
}
