import { fail, ok } from '#shared/base/outcome.ts';
import { summarise } from '#shared/engine/summarise.ts';
import { numbersIn } from '../draw-memory.ts';
import type { Performers } from '../job.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { cancelled } from '../run-fault.ts';
import { storeOf } from '../shared-samples.ts';

/** Makes the job that sums up the draws made so far, for some slices. */
export function summariseJob(): Performers<ModelJobs>['summarise'] {
  return ({ shared, done, weights, from, to }, control) => {
    const store = storeOf(shared);
    const table = numbersIn(shared.bands);
    const stretch = { store, done, fromSlice: from, toSlice: to, table };
    const weighed = weights === undefined ? {} : { weights: numbersIn(weights) };
    const made = summarise({ ...stretch, ...weighed }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
