import { fail, ok } from '#shared/base/outcome.ts';
import { samplesAt } from '#shared/engine/sample-store.ts';
import { histogramOf } from '#shared/engine/summary/histogram.ts';
import { drawNearestMedian } from '#shared/engine/summary/nearest-draw.ts';
import { probabilityByMonth } from '#shared/engine/summary/probability.ts';
import { numbersIn } from '../../draw-memory.ts';
import type { Performers } from '../../job.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';
import { storeOf } from '../../shared-samples.ts';

/** Makes the job that says what the draws in hand tell of one measure at one month; the bands must have been made. */
export function describeJob(): Performers<ModelJobs>['describe'] {
  return ({ shared, done, measure, month, condition }, control) => {
    const { isCancelled } = control;
    const { layout } = shared;
    const store = storeOf(shared);
    const table = numbersIn(shared.bands);
    const histogram = histogramOf(samplesAt(store, measure, month).subarray(0, done));
    if (isCancelled()) return fail(cancelled);
    const nearest = drawNearestMedian(store, done, table, [measure], isCancelled);
    const probability =
      condition === null ? null : probabilityByMonth(store, measure, done, condition, isCancelled);
    if (isCancelled()) return fail(cancelled);
    const place = nearest - layout.firstDraw;
    const path = Float64Array.from({ length: layout.months }, (_, each) =>
      nearest < 0 ? Number.NaN : (samplesAt(store, measure, each)[place] ?? Number.NaN),
    );
    return ok({ histogram, probability, nearest, path });
  };
}
