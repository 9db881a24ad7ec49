import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { createKernel } from '../create-kernel.ts';
import { lawQuantile } from '../distribution/law-quantile.ts';
import { prepareLaw } from '../distribution/prepare-law.ts';
import type { Distribution } from '../plan/distribution.ts';
import { fillCentral } from '../random/central.ts';
import type { SamplingFault } from '../random/sampling-fault.ts';
import {
  type CoalitionModel,
  type Coalitions,
  coalitionsByVariant,
  type PlanVariant,
} from './coalition-model.ts';
import { figurePlan } from './figure-plan.ts';

const mostLanes = 256;

/**
 * Returns the figure of every coalition on the central path, every input at its median; NaN where it has no answer. Coalitions with the
 * same plan run side by side, one to a lane.
 */
export function centralCoalitions(
  model: CoalitionModel,
  coalitions: Coalitions,
  control: RunControl,
): Outcome<Float64Array, SamplingFault | 'cancelled'> {
  const result = new Float64Array(coalitions.count);
  let computed = 0;
  for (const [index, members] of coalitionsByVariant(model, coalitions)) {
    const done = runVariant(model, model.variant(index), coalitions, members, result);
    if (!done.ok) return done;
    if (control.isCancelled()) return fail('cancelled');
    computed += members.length;
    control.report(computed / coalitions.count);
  }
  return ok(result);
}

function runVariant(
  model: CoalitionModel,
  { plan, swaps, measure, month }: PlanVariant,
  { members }: Coalitions,
  coalitions: readonly number[],
  result: Float64Array,
): Outcome<undefined, SamplingFault> {
  if (measure === null || Number.isNaN(month)) {
    for (const coalition of coalitions) result[coalition] = measure === null ? 0 : Number.NaN;
    return ok(undefined);
  }
  const lanes = Math.min(mostLanes, coalitions.length);
  const kernel = createKernel(figurePlan(plan, measure, month), { lanes, wanted: [measure] });
  const filled = fillCentral(plan, kernel.values, lanes);
  if (!filled.ok) return filled;
  const medians = swaps.map(({ base, other }) => [median(base), median(other)] as const);
  const players = model.players.length;
  for (let first = 0; first < coalitions.length; first += lanes) {
    const count = Math.min(lanes, coalitions.length - first);
    for (let lane = 0; lane < count; lane++) {
      const row = coalitions[first + lane] * players;
      swaps.forEach(({ slot, player }, at) => {
        kernel.values[slot * lanes + lane] = medians[at][members[row + player]];
      });
    }
    kernel.run();
    for (let lane = 0; lane < count; lane++) {
      result[coalitions[first + lane]] = kernel.results[0][month * lanes + lane];
    }
  }
  return ok(undefined);
}

/** The median of a law; one that is not valid has been refused with its plan before. */
function median(distribution: Distribution): number {
  const law = prepareLaw(distribution);
  return law.ok ? lawQuantile(law.value, 0.5, 0.5) : Number.NaN;
}
