import { fail, ok } from '#shared/base/outcome.ts';
import { kernelDraws } from '#shared/engine/analysis/kernel-draws.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';

/** Makes the job that gives one figure over some draws while some inputs are held at given values. */
export function heldJob(models: Models, kernels: Kernels): Performers<ModelJobs>['held'] {
  return ({ scenario, measure, month, held, from, to }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels(model.value, [measure]);
    const figures = [{ measure: 0, month }];
    const found = kernelDraws(kernel, sampler.value, held, to - from, figures, control, from);
    return found.ok ? ok(found.value) : fail(cancelled);
  };
}
