import type { Block, Lanes } from '../../block/block.ts';
import { copy } from '../../loops/elementwise.ts';
import { lowerTo } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { dealGenerations } from '../fleet/deal-generations.ts';
import { optionExercises } from '../options/exercise.ts';
import { plainDealPrice } from './plain-deal-price.ts';

/**
 * Computes what a chip-hour of each generation costs in a deal.
 *
 * Formula: `price_g(m) · (1 − deal discount)`; where an option on the generation is exercised, at most the price locked
 * at exercise. Unit: USD per chip-hour. In the order of the deal's generations.
 */
export function dealPrices(block: Block, deal: DealPlan): readonly Lanes[] {
  return block.use(dealGenerations, deal).map(({ generation }) => dealPrice(block, deal, generation));
}

function dealPrice(block: Block, deal: DealPlan, generation: GenerationPlan): Lanes {
  const { plan } = block;
  const locks = block
    .use(optionExercises, deal)
    .filter(({ option }) => plan.generations[option.generation] === generation);
  const plain = plainDealPrice(block, deal, generation);
  if (locks.length === 0) return plain;
  const price = block.cell();
  block.onMonth(block.loop(copy, price, plain));
  for (const { lockedPrice } of locks) block.onMonth(block.loop(lowerTo, price, lockedPrice));
  return price;
}
