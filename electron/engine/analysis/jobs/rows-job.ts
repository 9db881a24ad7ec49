import { fail, ok } from '#shared/base/outcome.ts';
import { kernelUnit } from '#shared/engine/analysis/kernel-unit.ts';
import { fillSobolRows } from '#shared/engine/analysis/sobol-table.ts';
import { numbersIn } from '../../draw-memory.ts';
import type { Performers } from '../../job.ts';
import type { Kernels } from '../../kernels.ts';
import type { Models } from '../../model.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';

/** Makes the job that evaluates some rows of the design of variance indices. */
export function rowsJob(models: Models, kernels: Kernels): Performers<ModelJobs>['rows'] {
  return ({ scenario, measure, months, table, rows, from, to }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels(model.value, [measure]);
    const figures = months.map((month) => ({ measure: 0, month }));
    const evaluator = kernelUnit(kernel, sampler.value, figures);
    const { seed } = model.value.compiled.plan;
    const stretch = { rows, seed, fromRow: from, toRow: to };
    const filled = fillSobolRows(evaluator, stretch, numbersIn(table), control);
    return filled.ok ? ok(null) : fail(cancelled);
  };
}
