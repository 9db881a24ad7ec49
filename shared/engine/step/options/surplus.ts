import type { Block, Lanes } from '../../block/block.ts';
import { discountFactor } from '../../finance/discount.ts';
import type { Plan } from '../../plan/plan.ts';
import { billed } from '../spend/billed.ts';
import { marketValue } from './market-value.ts';

/**
 * Adds up the customer's discounted surplus: what its compute would cost on the market less what it is billed.
 *
 * Formula: `Σ_j Σ deals (market value − billed)(j) · (1 + r)^(−d_j / 365)`, `r` the customer's rate. Unit: USD of month 0,
 * at the end of the month; at the end of the run the present value over the horizon.
 */
export function discountedSurplus(block: Block, plan: Plan): Lanes {
  const { lanes } = block;
  const factor = discountFactor(block, plan.customer.discountRate);
  const deals = plan.deals.map((deal) => ({
    worth: block.use(marketValue, deal),
    bill: block.use(billed, deal),
  }));
  const surplus = block.cell();
  block.onMonth(() => {
    for (const { worth, bill } of deals) {
      for (let l = 0; l < lanes; l += 1) surplus[l] += (worth[l] - bill[l]) * factor[l];
    }
  });
  return surplus;
}
