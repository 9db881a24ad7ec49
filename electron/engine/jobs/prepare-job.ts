import { fail, ok } from '#shared/base/outcome.ts';
import { samplingFaultOf } from '#shared/engine/random/sampler.ts';
import type { Performers } from '../job.ts';
import { packPlan } from '../keyed-plan.ts';
import { type Models, samplingFault } from '../model.ts';
import type { ModelJobs } from '../model-jobs.ts';

/** Makes the job that says what a simulation will need, before anything is allocated for it. */
export function prepareJob(models: Models): Performers<ModelJobs>['prepare'] {
  return ({ scenario, measures }) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const { compiled, hash, shape, plan } = model.value;
    const fault = samplingFaultOf(plan);
    if (fault !== null) return fail(samplingFault(scenario, compiled, fault));
    return ok({
      plan: packPlan({ hash, shape, plan }),
      months: plan.months,
      // A screen may still ask for a measure of the text before this one; what is not there is left out.
      measures: [...new Set(measures)].filter((id) => model.value.measures.has(id)),
      checks: plan.checks.map(({ key }) => key),
      draws: plan.sampling.draws,
      settleAt: plan.sampling.settleAt,
    });
  };
}
