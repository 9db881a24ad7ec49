import type { Block, Lanes } from '../../block/block.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { basePrice } from './base-price.ts';

/**
 * Computes what a chip-hour of a generation costs after its discount.
 *
 * Formula: `max(floor, base(m) · (1 − discount))`. Unit: USD per chip-hour, holds during the month.
 */
export function generationPrice(block: Block, generation: GenerationPlan): Lanes {
  const { lanes } = block;
  const base = block.use(basePrice, generation);
  const discount = block.input(generation.price.discount);
  const floor = block.input(generation.price.floor);
  const price = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      const net = base[l] * (1 - discount[l]);
      price[l] = net > floor[l] ? net : floor[l];
    }
  });
  return price;
}

/**
 * Computes the listed price of a chip-hour: the same path without the discount, `max(floor, base(m))`, to which the
 * price terms of options refer. Unit: USD per chip-hour.
 */
export function listedPrice(block: Block, generation: GenerationPlan): Lanes {
  const { lanes } = block;
  const base = block.use(basePrice, generation);
  const floor = block.input(generation.price.floor);
  const listed = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) listed[l] = base[l] > floor[l] ? base[l] : floor[l];
  });
  return listed;
}
