import { ok } from '#shared/base/outcome.ts';
import { reweight } from '#shared/engine/analysis/reweight.ts';
import { samplesAt } from '#shared/engine/sample-store.ts';
import { numbersIn } from '../../draw-memory.ts';
import type { Performers } from '../../job.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { storeOf } from '../../shared-samples.ts';

/** Makes the job that weighs the draws in hand by how well they fit what was observed. */
export function weighJob(): Performers<ModelJobs>['weigh'] {
  return ({ shared, done, observations, weights }) => {
    const store = storeOf(shared);
    const found = reweight(
      observations.map(({ measure, index, month, value, error }) => ({
        name: measure,
        value,
        error,
        samples: samplesAt(store, index, month).subarray(0, done),
      })),
      done,
    );
    if (!found.ok) {
      const { effectiveDraws, placeInFan, message } = found.error;
      return ok({ effectiveDraws, placeInFan, refusal: message });
    }
    numbersIn(weights).set(found.value.weights);
    const { effectiveDraws, placeInFan } = found.value;
    return ok({ effectiveDraws, placeInFan, refusal: null });
  };
}
