import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { createSampler, type Sampler } from '#shared/engine/random/sampler.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { Performers } from '../job.ts';
import type { Kernels } from '../kernels.ts';
import type { ModelJobs } from '../model-jobs.ts';
import { createRecent } from '../recent.ts';
import { cancelled } from '../run-fault.ts';
import { storeOf } from '../shared-samples.ts';

/** A scenario in hand and a few it takes turns with. */
const keptSamplers = 4;

/** Makes the job that makes a chunk of draws. */
export function drawJob(kernels: Kernels): Performers<ModelJobs>['draw'] {
  const samplers = createRecent<Outcome<Sampler, SamplingFault>>(keptSamplers);
  return ({ plan: keyed, measures, shared, from, to }, control) => {
    const sampler = samplers.get(keyed.hash, () => createSampler(keyed.plan));
    // Whoever prepared the draws has told the text what cannot be drawn from.
    invariant(sampler.ok, 'a plan is only drawn from after it was prepared');
    const kernel = kernels(keyed, measures);
    const store = storeOf(shared);
    const made = simulate({ sampler: sampler.value, kernel, store, fromDraw: from, toDraw: to }, control);
    return made.ok ? ok(null) : fail(cancelled);
  };
}
