import { unreachable } from '../../../base/assert.ts';
import type { DealPlan } from '../../plan/deal.ts';

/** Lists the generations a mix names, in its order, as indices in `Plan.generations`. */
export function mixGenerations(deal: DealPlan): readonly number[] {
  const { mix } = deal;
  switch (mix.kind) {
    case 'none':
      return [];
    case 'schedule':
    case 'choice':
      return mix.generations;
    case 'succession':
      return [mix.first, ...mix.later.map((takeOver) => takeOver.generation)];
    default:
      return unreachable(mix);
  }
}

/** Lists all generations a deal can hold: those of its mix, then those only its options bring. */
export function fleetGenerations(deal: DealPlan): readonly number[] {
  return [...new Set([...mixGenerations(deal), ...deal.options.map((option) => option.generation)])];
}
