import { unreachable } from '../../base/assert.ts';
import type { DealPlan } from '../plan/deal.ts';
import type { Plan } from '../plan/plan.ts';
import { fleetGenerations } from '../step/fleet/mix-generations.ts';
import type { NameKind } from './definition.ts';

/** Lists the names of a kind in one deal, or (with null) in the whole plan, each once. */
export function namesOf(kind: NameKind, plan: Plan, deal: DealPlan | null): readonly string[] {
  if (kind === 'deal') return plan.deals.map((each) => each.key);
  if (deal !== null) return namesInDeal(kind, plan, deal);
  if (kind === 'generation') return plan.generations.map((generation) => generation.key);
  return [...new Set(plan.deals.flatMap((each) => namesInDeal(kind, plan, each)))];
}

function namesInDeal(kind: Exclude<NameKind, 'deal'>, plan: Plan, deal: DealPlan): readonly string[] {
  const { instruments } = deal.capital;
  switch (kind) {
    case 'generation':
      return fleetGenerations(deal).map((index) => plan.generations[index].key);
    case 'phase':
      return deal.capacity.phases.map((phase) => phase.key);
    case 'option':
      return deal.options.map((option) => option.key);
    case 'instrument':
      return instruments.flatMap((instrument) =>
        instrument.kind === 'facility'
          ? [instrument.key, ...instrument.participations.map((round) => round.key)]
          : [instrument.key],
      );
    case 'facility':
      return instruments.filter((each) => each.kind === 'facility').map((each) => each.key);
    default:
      return unreachable(kind);
  }
}
