import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { lawQuantile } from '../distribution/law-quantile.ts';
import { prepareLaw } from '../distribution/prepare-law.ts';
import type { Plan } from '../plan/plan.ts';
import type { SamplingFault } from './sampling-fault.ts';

/**
 * Writes the central value of every input, its median, to a block: `values[slot * lanes + lane]`, the same in all lanes.
 * The error names the input whose distribution is not valid.
 */
export function fillCentral(
  plan: Pick<Plan, 'inputs'>,
  values: Float64Array,
  lanes = 1,
): Outcome<undefined, SamplingFault> {
  for (const [slot, { key, distribution }] of plan.inputs.entries()) {
    const law = prepareLaw(distribution);
    if (!law.ok) return fail({ code: 'distribution', keys: [key], message: `${key} ${law.error}.` });
    values.fill(lawQuantile(law.value, 0.5, 0.5), slot * lanes, (slot + 1) * lanes);
  }
  return ok(undefined);
}
