import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import { wrightFactor } from './curves.ts';
import type { OptionMonth } from './option-month.ts';
import { numberIn, pathAt, type World } from './world.ts';

/** USD per chip-hour of one generation: as its maker lists it, and net of the generation's own discount. */
export interface GenerationPrice {
  readonly listed: number;
  readonly net: number;
}

/** Model section 4: what a generation costs during a month, before any deal's own terms. */
export function generationPrice(
  world: World,
  chip: GenerationPlan,
  month: number,
  chipsInstalledBefore: number,
): GenerationPrice {
  const { list, discount, floor } = chip.price;
  const kept = 1 - numberIn(world, discount);
  const lowest = numberIn(world, floor);
  const unfloored =
    chip.price.path.kind === 'table'
      ? pathAt(world, chip.price.path.path, month)
      : numberIn(world, list) * remainingPrice(world, chip, month, chipsInstalledBefore);
  return { listed: Math.max(lowest, unfloored), net: Math.max(lowest, unfloored * kept) };
}

/** What time or experience has left of the first price. */
function remainingPrice(
  world: World,
  { price }: GenerationPlan,
  month: number,
  chipsInstalledBefore: number,
): number {
  switch (price.path.kind) {
    case 'geometric': {
      const years = Math.max(0, month - numberIn(world, price.asOf)) / 12;
      return (1 - numberIn(world, price.path.declinePerYear)) ** years;
    }
    case 'wright': {
      const initial = Math.max(1, numberIn(world, price.path.initialChips));
      const times = (initial + chipsInstalledBefore) / initial;
      return wrightFactor(times, numberIn(world, price.path.learningRate));
    }
    case 'table':
      throw new Error('A dated table has prices of its own');
  }
}

/** What one deal pays: its own discount, or the price an exercised option fixed where that is lower. */
export function dealPrice(
  world: World,
  deal: DealPlan,
  generation: number,
  price: number,
  options: readonly OptionMonth[],
): number {
  const fixed = options
    .filter((option) => option.plan.generation === generation)
    .flatMap((option) => (option.price === null ? [] : [option.price]));
  return Math.min(ownPrice(world, deal, price), ...fixed);
}

/** A deal's price without any option. */
export function ownPrice(world: World, deal: DealPlan, price: number): number {
  return price * (1 - numberIn(world, deal.consumption.discount));
}

/** A price that may stand below a fraction line. */
export function payable(price: number): number {
  return Math.max(price, 1e-12);
}
