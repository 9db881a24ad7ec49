import { fail, ok } from '#shared/base/outcome.ts';
import { summarise } from '#shared/engine/summarise.ts';
import { createSliceSummary, type SliceSummary } from '#shared/engine/summary/slice-summary.ts';
import { numbersIn } from '../draw-memory.ts';
import type { Performers } from '../job.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { createRecent } from '../recent.ts';
import { cancelled } from '../run-fault.ts';
import { storeOf } from '../shared-samples.ts';

/** Sizes of samples whose working memory a thread keeps: a run asks for each of its rounds many times. */
const kept = 2;

/** Makes the job that sums up the draws made so far, for some slices. */
export function summariseJob(): Performers<ModelJobs>['summarise'] {
  const summaries = createRecent<SliceSummary>(kept);
  const summaryOf = (draws: number): SliceSummary =>
    summaries.get(String(draws), () => createSliceSummary(draws));
  return ({ shared, done, weights, from, to }, control) => {
    const store = storeOf(shared);
    const table = numbersIn(shared.bands);
    const stretch = { store, done, fromSlice: from, toSlice: to, table };
    const weighed = weights === undefined ? {} : { weights: numbersIn(weights) };
    const made = summarise({ ...stretch, ...weighed }, control, summaryOf);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
