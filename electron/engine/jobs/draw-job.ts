import { fail, ok } from '#shared/base/outcome.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import type { Kernel } from '#shared/engine/kernel.ts';
import { createSampleStore } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../job.ts';
import type { Models } from '../model.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { createRecent } from '../recent.ts';
import { cancelled } from '../run-fault.ts';

/** Draws computed side by side: so many that the loops pay, so few that a block stays in the cache. */
const lanes = 64;
/** Kernels hold their working memory; one for the scenario in hand and one for what it is compared with. */
const kept = 2;

/** Makes the job that makes a chunk of draws. */
export function drawJob(models: Models): Performers<ModelJobs>['draw'] {
  const kernels = createRecent<Kernel>(kept);
  return ({ scenario, measures, shared, from, to }, control) => {
    const model = models(scenario);
    if (!model.ok) return model;
    const sampler = model.value.sampler();
    if (!sampler.ok) return sampler;
    const kernel = kernels.get(`${scenario.hash} ${measures.join(' ')}`, () =>
      createKernel(model.value.compiled.plan, { lanes, wanted: measures }),
    );
    const store = createSampleStore(shared.layout, shared.samples);
    const made = simulate({ sampler: sampler.value, kernel, store, fromDraw: from, toDraw: to }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
