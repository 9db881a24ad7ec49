import { fail, ok } from '#shared/base/outcome.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { Plans } from '../keyed-plan.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { cancelled } from '../run-fault.ts';
import type { Samplers } from '../samplers.ts';
import { storeOf } from '../shared-samples.ts';

/** Makes the job that makes a chunk of draws. */
export function drawJob(plans: Plans, samplers: Samplers, kernels: Kernels): Performers<ModelJobs>['draw'] {
  return ({ plan, measures, shared, from, to }, control) => {
    const sampler = samplers(plan);
    const kernel = kernels({ shape: plan.shape, plan: plans(plan) }, measures);
    const store = storeOf(shared);
    const made = simulate({ sampler, kernel, store, fromDraw: from, toDraw: to }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
