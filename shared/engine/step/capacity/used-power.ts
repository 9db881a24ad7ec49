import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { onlinePower } from './online-power.ts';

/** Computes the online power that the customer's work really uses: `online · usage`. Unit: MW of the stated basis. */
export function usedPower(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const { online } = block.use(onlinePower, deal);
  const usage = block.input(deal.capacity.usage);
  const used = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) used[l] = online[l] * usage[l];
  });
  return used;
}
