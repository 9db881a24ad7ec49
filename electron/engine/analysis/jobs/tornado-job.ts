import { fail, ok } from '#shared/base/outcome.ts';
import { kernelPoints } from '#shared/engine/analysis/kernel-points.ts';
import { evaluateInBatches } from '#shared/engine/analysis/sweep.ts';
import { tornado } from '#shared/engine/analysis/tornado.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';
import { centralValues } from '../central-values.ts';

/** Makes the job that moves every uncertain input alone from its 10th to its 90th percentile. */
export function tornadoJob(models: Models, kernels: Kernels): Performers<ModelJobs>['tornado'] {
  return ({ scenario, measure, months }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels(model.value, [measure]);
    const figures = months.map((month) => ({ measure: 0, month }));
    const evaluate = kernelPoints(kernel, centralValues(model.value), figures);
    const { central, bars } = tornado(sampler.value, (points) => {
      const found = evaluateInBatches(points, evaluate, kernel.lanes, control);
      return found.ok ? found.value : new Float64Array(figures.length * points.length);
    });
    if (control.isCancelled()) return fail(cancelled);
    const atP10 = new Float64Array(bars.length * months.length);
    const atP90 = new Float64Array(bars.length * months.length);
    bars.forEach((bar, input) => {
      atP10.set(bar.atP10, input * months.length);
      atP90.set(bar.atP90, input * months.length);
    });
    return ok({
      central,
      p10: Float64Array.from(bars, ({ p10 }) => p10),
      p90: Float64Array.from(bars, ({ p90 }) => p90),
      atP10,
      atP90,
    });
  };
}
