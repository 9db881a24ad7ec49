import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { optionExercises } from '../options/exercise.ts';
import { fleetGenerations, mixGenerations } from './mix-generations.ts';

/** A generation as one deal can install it. */
export interface DealGeneration {
  /** Index in `Plan.generations`. */
  readonly index: number;
  readonly generation: GenerationPlan;
  /** Whether the mix names it; others come only by options. */
  readonly isInMix: boolean;
  /** First month of installation in this deal, months since the start; early access moves it forward. */
  readonly available: Lanes;
}

/**
 * Says from when on a deal can install each generation: its availability, brought forward by the months of early access
 * once an option with that right is exercised.
 */
export function dealGenerations(block: Block, deal: DealPlan): readonly DealGeneration[] {
  const inMix = new Set(mixGenerations(deal));
  return fleetGenerations(deal).map((index) => {
    const generation = block.plan.generations[index];
    return { index, generation, isInMix: inMix.has(index), available: availability(block, deal, index) };
  });
}

function availability(block: Block, deal: DealPlan, index: number): Lanes {
  const { lanes } = block;
  const general = block.input(block.plan.generations[index].available);
  const hasEarlyAccess = deal.options.some((o) => o.generation === index && o.rights === 'early-access');
  if (!hasEarlyAccess) return general;
  const rights = block
    .use(optionExercises, deal)
    .filter(({ option }) => option.generation === index && option.rights === 'early-access')
    .map(({ option, exercisedAt }) => ({ exercisedAt, early: block.input(option.earlyMonths) }));
  const available = block.cell();
  block.onMonth((m) => {
    available.set(general);
    for (const { exercisedAt, early } of rights) {
      for (let l = 0; l < lanes; l += 1) {
        if (exercisedAt[l] <= m) available[l] = Math.min(available[l], general[l] - early[l]);
      }
    }
  });
  return available;
}
