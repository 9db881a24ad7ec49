import type { Block, Lanes } from '../../block/block.ts';
import { takeDiscount } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { generationPrice } from './generation-price.ts';

/** Computes the deal's price of one generation without the terms of any option. Unit: USD per chip-hour. */
export function plainDealPrice(block: Block, deal: DealPlan, generation: GenerationPlan): Lanes {
  const price = block.use(generationPrice, generation);
  const discount = block.input(deal.consumption.discount);
  const plain = block.cell();
  block.onMonth(block.loop(takeDiscount, plain, price, discount));
  return plain;
}
