import { fail, ok } from '#shared/base/outcome.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { Models } from '../model.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { cancelled } from '../run-fault.ts';
import { storeOf } from '../shared-samples.ts';

/** Makes the job that makes a chunk of draws. */
export function drawJob(models: Models, kernels: Kernels): Performers<ModelJobs>['draw'] {
  return ({ scenario, measures, shared, from, to }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels(model.value, measures);
    const store = storeOf(shared);
    const made = simulate({ sampler: sampler.value, kernel, store, fromDraw: from, toDraw: to }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
