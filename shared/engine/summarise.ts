import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from './control.ts';
import { type SampleStore, samplesAt } from './sample-store.ts';
import { BAND_FIGURES, bandPlace } from './summary/bands.ts';
import { createSliceSummary, type SliceSummary } from './summary/slice-summary.ts';
import { createWeightedSliceSummary } from './summary/weighted-slice-summary.ts';

/** What to summarise: the first `done` draws of a store, for a range of its slices. */
export interface Summary {
  readonly store: SampleStore;
  readonly done: number;
  /** Slices `fromSlice` … `toSlice - 1`; slice `measure * months + month` is one measure at one month. */
  readonly fromSlice: number;
  readonly toSlice: number;
  /** Filled in place; `bandTableLength` long, may be shared between threads. */
  readonly table: Float64Array;
  /** How much each draw counts, by place in the store; all alike where not given. */
  readonly weights?: Float64Array;
}

/**
 * Summarises slices of a store into a table of bands. Slices do not touch one another, so they can be divided between
 * threads at will. Asks whether it is cancelled before every slice. Whoever sums up often can give a summary for so many draws that
 * it has kept, with its memory.
 */
export function summarise(
  summary: Summary,
  control: RunControl,
  summaryOf: (draws: number) => SliceSummary = createSliceSummary,
): Outcome<undefined, 'cancelled'> {
  const { store, done, fromSlice, toSlice, table, weights } = summary;
  const summariseSlice =
    weights === undefined ? summaryOf(done) : createWeightedSliceSummary(weights.subarray(0, done));
  const figures = new Float64Array(BAND_FIGURES.length);
  for (let slice = fromSlice; slice < toSlice; slice++) {
    if (control.isCancelled()) return fail('cancelled');
    const measure = Math.floor(slice / store.months);
    const month = slice - measure * store.months;
    const samples = samplesAt(store, measure, month).subarray(0, done);
    // Where no draw has moved, as power that is all online, the figures are those of the month before.
    const isKnown = month > 0 && slice > fromSlice && isSame(samples, samplesAt(store, measure, month - 1));
    if (!isKnown) summariseSlice(samples, store.firstDraw, figures);
    for (let figure = 0; figure < figures.length; figure++) {
      table[bandPlace(measure, figure, month, store.months)] = figures[figure];
    }
    control.report((slice + 1 - fromSlice) / (toSlice - fromSlice));
  }
  return ok(undefined);
}

/** Whether two months hold the same for every draw; most do not from the first draw on. */
function isSame(samples: Float64Array, before: Float64Array): boolean {
  for (let at = 0; at < samples.length; at++) if (!Object.is(samples[at], before[at])) return false;
  return true;
}
