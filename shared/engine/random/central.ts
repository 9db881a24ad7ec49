import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { lawQuantile } from '../distribution/law-quantile.ts';
import { prepareLaw } from '../distribution/prepare-law.ts';
import type { Distribution } from '../plan/distribution.ts';
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
    const median = medianOf(distribution);
    if (!median.ok) return fail({ code: 'distribution', keys: [key], message: `${key} ${median.error}.` });
    values.fill(median.value, slot * lanes, (slot + 1) * lanes);
  }
  return ok(undefined);
}

/** Kept as long as the distribution is: from one edit to the next nearly all of them are the very same. */
const mediansBefore = new WeakMap<Distribution, Outcome<number, string>>();

function medianOf(distribution: Distribution): Outcome<number, string> {
  const known = mediansBefore.get(distribution);
  if (known !== undefined) return known;
  const law = prepareLaw(distribution);
  const median = law.ok ? ok(lawQuantile(law.value, 0.5, 0.5)) : law;
  mediansBefore.set(distribution, median);
  return median;
}
