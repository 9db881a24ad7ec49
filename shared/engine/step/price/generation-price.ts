import type { Block, Lanes } from '../../block/block.ts';
import { discountToFloor, liftToFloor } from '../../loops/money.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { basePrice } from './base-price.ts';

/**
 * Computes what a chip-hour of a generation costs after its discount.
 *
 * Formula: `max(floor, base(m) · (1 − discount))`. Unit: USD per chip-hour, holds during the month.
 */
export function generationPrice(block: Block, generation: GenerationPlan): Lanes {
  const base = block.use(basePrice, generation);
  const discount = block.input(generation.price.discount);
  const floor = block.input(generation.price.floor);
  const price = block.cell();
  block.onMonth(block.loop(discountToFloor, price, base, discount, floor));
  return price;
}

/**
 * Computes the listed price of a chip-hour: the same path without the discount, `max(floor, base(m))`, to which the
 * price terms of options refer. Unit: USD per chip-hour.
 */
export function listedPrice(block: Block, generation: GenerationPlan): Lanes {
  const base = block.use(basePrice, generation);
  const floor = block.input(generation.price.floor);
  const listed = block.cell();
  block.onMonth(block.loop(liftToFloor, listed, base, floor));
  return listed;
}
