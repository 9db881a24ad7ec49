import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipValue } from '../fleet/chip-value.ts';
import { averageEffectiveCompute } from '../fleet/compute.ts';
import { mixGenerations } from '../fleet/mix-generations.ts';
import { generationPrice } from '../price/generation-price.ts';

/**
 * Values the compute of a deal at what the market asks for it.
 *
 * Formula: average effective FLOP/s × hours × the least `price_g / effective FLOP/s per chip` over the generations in any
 * deal's mix that can be had in the month, at prices without deal discounts or option terms. Unit: USD in the month;
 * 0 where nothing can be had.
 */
export function marketValue(block: Block, deal: DealPlan): Lanes {
  const { lanes, plan } = block;
  const { hours } = block.calendar;
  const average = block.use(averageEffectiveCompute, deal);
  const offered = [...new Set(plan.deals.flatMap(mixGenerations))].map((index) => {
    const generation = plan.generations[index];
    return {
      available: block.input(generation.available),
      price: block.use(generationPrice, generation),
      perChip: chipValue(block, deal, generation),
    };
  });
  const value = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      let cheapest = Number.POSITIVE_INFINITY;
      for (const { available, price, perChip } of offered) {
        if (available[l] > m || perChip[l] <= 0) continue;
        cheapest = Math.min(cheapest, price[l] / perChip[l]);
      }
      value[l] = Number.isFinite(cheapest) ? average[l] * hours[m] * cheapest : 0;
    }
  });
  return value;
}
