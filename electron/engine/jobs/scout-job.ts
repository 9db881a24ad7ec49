import { fail, ok } from '#shared/base/outcome.ts';
import { scoutDraws } from '#shared/engine/sieve/sieve.ts';
import { simulateSome } from '#shared/engine/simulate-some.ts';
import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { Plans } from '../keyed-plan.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { cancelled } from '../run-fault.ts';
import type { Samplers } from '../samplers.ts';
import { storeOf } from '../shared-samples.ts';

/** Makes the job that makes the draws by which a run of many more divides their values. */
export function scoutJob(plans: Plans, samplers: Samplers, kernels: Kernels): Performers<ModelJobs>['scout'] {
  return ({ plan, measures, shared, draws }, control) => {
    const sampler = samplers(plan);
    const kernel = kernels({ shape: plan.shape, plan: plans(plan) }, measures);
    const store = storeOf(shared);
    const made = simulateSome({ sampler, kernel, store, draws: scoutDraws(draws) }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
