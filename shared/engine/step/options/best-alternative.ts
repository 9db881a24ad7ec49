import type { Block } from '../../block/block.ts';
import type { DealPlan, OptionPlan } from '../../plan/deal.ts';
import { chipValue } from '../fleet/chip-value.ts';
import { mixGenerations } from '../fleet/mix-generations.ts';
import { leastPrice } from '../price/least-price.ts';
import { plainDealPrice } from '../price/plain-deal-price.ts';

/**
 * Finds the most effective compute a dollar buys in a deal without an option: the largest
 * `effective FLOP/s per chip / price` over the generations of the mix that can be had in the month, other than the
 * option's own. Unit: FLOP/s per USD per chip-hour; null where there is none.
 */
export function bestAlternative(
  block: Block,
  deal: DealPlan,
  option: OptionPlan,
): (lane: number, month: number) => number | null {
  const rivals = mixGenerations(deal)
    .filter((index) => index !== option.generation)
    .map((index) => {
      const generation = block.plan.generations[index];
      return {
        perChip: chipValue(block, deal, generation),
        price: plainDealPrice(block, deal, generation),
        available: block.input(generation.available),
      };
    });
  return (lane, month) => {
    let best: number | null = null;
    for (const { perChip, price, available } of rivals) {
      if (available[lane] > month) continue;
      const value = perChip[lane] / Math.max(leastPrice, price[lane]);
      if (best === null || value > best) best = value;
    }
    return best;
  };
}
