import type { Pass } from '#shared/engine/block/block.ts';
import { createPass } from '#shared/engine/block/create-pass.ts';
import { finderOf, measureEntries } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';

/** Creates a pass in which nothing has been set up, with its input values, for tests of single rules. */
export function emptyPass(plan: Plan, lanes: number): { readonly pass: Pass; readonly values: Float64Array } {
  const values = new Float64Array(plan.inputs.length * lanes);
  return { pass: createPass({ plan, lanes, values, finder: finderOf(measureEntries(plan)) }), values };
}
