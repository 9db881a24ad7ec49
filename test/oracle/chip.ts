import type { DealPlan, MixPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import { numberIn, type World } from './world.ts';

/** The generations a mix names, in its order. */
export function generationsOfMix(mix: MixPlan): readonly number[] {
  switch (mix.kind) {
    case 'none':
      return [];
    case 'succession':
      return [mix.first, ...mix.later.map((takeOver) => takeOver.generation)];
    default:
      return mix.generations;
  }
}

/** FLOP/s one chip really does in training, at this deal's split of work. */
export function trainingPerChip(world: World, deal: DealPlan, chip: GenerationPlan): number {
  const share = numberIn(world, deal.consumption.trainingShare);
  return numberIn(world, chip.peak) * share * numberIn(world, chip.trainingUtilisation);
}

/** FLOP/s one chip really does in inference, at this deal's split of work. */
export function inferencePerChip(world: World, deal: DealPlan, chip: GenerationPlan): number {
  const share = 1 - numberIn(world, deal.consumption.trainingShare);
  return numberIn(world, chip.peak) * share * numberIn(world, chip.inferenceUtilisation);
}

/** FLOP/s one chip really does on this deal's blend of work. */
export function effectivePerChip(world: World, deal: DealPlan, chip: GenerationPlan): number {
  return trainingPerChip(world, deal, chip) + inferencePerChip(world, deal, chip);
}
