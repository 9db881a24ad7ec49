import { fail, ok } from '#shared/base/outcome.ts';
import { kernelPoints } from '#shared/engine/analysis/kernel-points.ts';
import { evaluateInBatches } from '#shared/engine/analysis/sweep.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';
import { centralValues } from '../central-values.ts';
import { lanesFor } from '../lanes-for.ts';

/** Makes the job that runs the model at single points around the central path. */
export function pointsJob(models: Models, kernels: Kernels): Performers<ModelJobs>['points'] {
  return ({ scenario, measures, figures, points }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels(model.value, measures, lanesFor(points.length));
    const evaluate = kernelPoints(kernel, centralValues(model.value), figures);
    const found = evaluateInBatches(points, evaluate, kernel.lanes, control);
    return found.ok ? ok(found.value) : fail(cancelled);
  };
}
