import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { createKernel } from '../create-kernel.ts';
import { lawQuantile } from '../distribution/law-quantile.ts';
import { prepareLaw } from '../distribution/prepare-law.ts';
import type { YearMonth } from '../plan/plan.ts';
import { fillCentral } from '../random/central.ts';
import type { SamplingFault } from '../random/sampling-fault.ts';
import { type CoalitionModel, type Coalitions, coalitionsByVariant } from './coalition-model.ts';

/** A measure over the months of one coalition; NaN where there is no answer. */
export interface CoalitionSeries {
  readonly start: YearMonth;
  readonly values: Float64Array;
}

/** Returns the whole central path of a measure for a few coalitions, in their order. */
export function centralSeries(
  model: CoalitionModel,
  coalitions: Coalitions,
): Outcome<readonly CoalitionSeries[], SamplingFault> {
  const result: CoalitionSeries[] = [];
  for (const [index, members] of coalitionsByVariant(model, coalitions)) {
    const { plan, swaps, measure } = model.variant(index);
    for (const coalition of members) {
      const values = new Float64Array(plan.months);
      result[coalition] = { start: plan.start, values };
      if (measure === null) continue;
      const kernel = createKernel({ ...plan, checks: [] }, { lanes: 1, wanted: [measure] });
      const filled = fillCentral(plan, kernel.values);
      if (!filled.ok) return fail(filled.error);
      for (const { slot, player, base, other } of swaps) {
        const takesPart = coalitions.members[coalition * model.players.length + player] === 1;
        const law = prepareLaw(takesPart ? other : base);
        if (law.ok) kernel.values[slot] = lawQuantile(law.value, 0.5, 0.5);
      }
      kernel.run();
      values.set(kernel.results[0]);
    }
  }
  return ok(result);
}
