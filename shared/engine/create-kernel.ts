import { invariant } from '../base/assert.ts';
import { createPass } from './block/create-pass.ts';
import { watchCheck } from './formula/check.ts';
import type { Kernel } from './kernel.ts';
import { type Machine, plainMachine } from './lanes/machine.ts';
import { finderOf, measureEntries } from './measure/catalogue.ts';
import { needsTheEnd } from './measure/custom.ts';
import type { Plan } from './plan/plan.ts';

/**
 * Builds the kernel that runs a plan for a block of draws and computes the wanted measures and the plan's checks, and
 * nothing that neither they nor the conditions of the plan need.
 *
 * A lane's numbers depend on its inputs alone: they are the same bits at any place in any block. Ids that the plan does
 * not have are a bug of the caller; `measureCatalogue` lists those it has.
 */
export function createKernel(
  plan: Plan,
  options: { readonly lanes: number; readonly wanted: readonly string[]; readonly machine?: Machine },
): Kernel {
  const { lanes, wanted, machine = plainMachine } = options;
  invariant(Number.isInteger(lanes) && lanes > 0, `a block has at least one lane, not ${lanes}`);
  const entries = measureEntries(plan);
  const values = machine.numbers(plan.inputs.length * lanes);
  const pass = createPass({ plan, lanes, machine, values, finder: finderOf(entries) });
  const results = wanted.map((id) => pass.history(id));
  const watched = plan.checks.map((check) =>
    watchCheck(
      pass,
      check,
      needsTheEnd(check.holds, (id) => entries.get(id)),
    ),
  );
  pass.close();
  const checks = new Int32Array(plan.checks.length * lanes);
  return {
    lanes,
    months: plan.months,
    measures: wanted.flatMap((id) => entries.get(id)?.info ?? []),
    values,
    results,
    checks,
    run: (isCancelled) => {
      if (!pass.run(isCancelled)) return false;
      for (let c = 0; c < watched.length; c += 1) checks.set(watched[c], c * lanes);
      return true;
    },
  };
}
