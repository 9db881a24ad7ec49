import { invariant } from '#shared/base/assert.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import { createSampler, type Sampler } from '#shared/engine/random/sampler.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import type { KeyedPlan, Plans } from './keyed-plan.ts';
import { createRecent } from './recent.ts';

/** Gives what the draws of a plan are made by, as the thread keeps it between jobs. */
export type Samplers = (plan: KeyedPlan) => Sampler;

/** A scenario in hand and a few it takes turns with. */
const kept = 4;

/** Makes the memory of samplers of one thread. */
export function createSamplers(plans: Plans): Samplers {
  const samplers = createRecent<Outcome<Sampler, SamplingFault>>(kept);
  return (keyed) => {
    const sampler = samplers.get(keyed.hash, () => createSampler(plans(keyed)));
    // Whoever prepared the draws has told the text what cannot be drawn from.
    invariant(sampler.ok, 'a plan is only drawn from after it was prepared');
    return sampler.value;
  };
}
