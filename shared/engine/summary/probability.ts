import { uncontrolled } from '../control.ts';
import { type SampleStore, samplesAt } from '../sample-store.ts';
import { shareOf } from './share.ts';

/** A comparison with a threshold; draws without an answer do not meet it. */
export interface Threshold {
  readonly comparison: 'at-least' | 'at-most';
  readonly value: number;
}

/** Probability of a condition on one measure, by month, with sampling errors of one standard deviation. */
export interface ProbabilityByMonth {
  /** The condition holds in the month. */
  readonly at: Float64Array;
  readonly atError: Float64Array;
  /** The condition has held in this month or an earlier one. */
  readonly by: Float64Array;
  readonly byError: Float64Array;
}

/**
 * Returns the probability, month by month, that a measure meets a threshold, over the first `done` draws of a store. Asks before every
 * month whether it is cancelled; months not reached then hold 0.
 */
export function probabilityByMonth(
  store: SampleStore,
  measure: number,
  done: number,
  threshold: Threshold,
  isCancelled: () => boolean = uncontrolled.isCancelled,
): ProbabilityByMonth {
  const { months, firstDraw } = store;
  const result: ProbabilityByMonth = {
    at: new Float64Array(months),
    atError: new Float64Array(months),
    by: new Float64Array(months),
    byError: new Float64Array(months),
  };
  const { value } = threshold;
  const meets =
    threshold.comparison === 'at-least' ? (one: number) => one >= value : (one: number) => one <= value;
  const hasMet = new Uint8Array(done);
  for (let month = 0; month < months; month++) {
    if (isCancelled()) return result;
    const samples = samplesAt(store, measure, month);
    const now = shareOf(done, firstDraw, (draw) => meets(samples[draw]));
    for (let draw = 0; draw < done; draw++) if (meets(samples[draw])) hasMet[draw] = 1;
    const ever = shareOf(done, firstDraw, (draw) => hasMet[draw] === 1);
    result.at[month] = now.share;
    result.atError[month] = now.standardError;
    result.by[month] = ever.share;
    result.byError[month] = ever.standardError;
  }
  return result;
}
