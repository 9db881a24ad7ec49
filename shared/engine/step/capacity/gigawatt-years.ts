import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { onlinePower } from './online-power.ts';

/**
 * Computes the capacity delivered in a month.
 *
 * Formula: `(online(m−1) + online(m)) / 2 / 1000 / 12`. Unit: GW-years of the stated basis.
 */
export function gigawattYears(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const { online, opening } = block.use(onlinePower, deal);
  const before = block.cell();
  const delivered = block.cell();
  block.onStart(() => before.set(opening));
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      delivered[l] = (before[l] + online[l]) / 24_000;
      before[l] = online[l];
    }
  });
  return delivered;
}
