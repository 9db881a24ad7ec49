import { fail, ok } from '#shared/base/outcome.ts';
import type { SobolEstimate } from '#shared/engine/analysis/sobol-sums.ts';
import { sobolEstimateFrom } from '#shared/engine/analysis/sobol-table.ts';
import { numbersIn } from '../../draw-memory.ts';
import type { Performers } from '../../job.ts';
import type { ModelJobs } from '../../model-jobs.ts';
import { cancelled } from '../../run-fault.ts';

/** Makes the job that forms the variance indices of some outputs from a table that has been evaluated whole. */
export function indicesJob(): Performers<ModelJobs>['indices'] {
  return ({ table, shape, seed, from, to }, control) => {
    const values = numbersIn(table);
    const estimates: SobolEstimate[] = [];
    for (let output = from; output < to; output++) {
      if (control.isCancelled()) return fail(cancelled);
      estimates.push(sobolEstimateFrom(values, shape, output, seed));
      control.report((output + 1 - from) / (to - from));
    }
    return ok(estimates);
  };
}
