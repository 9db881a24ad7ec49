import type { Block, Lanes } from '../../block/block.ts';
import { discountFactor } from '../../finance/discount.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import { addProduct, scale } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { providerCash } from './provider-cash.ts';

/**
 * Adds up the provider's discounted cash from a deal.
 *
 * Formula: `npv(m) = Σ_{j ≤ m} cash(j) · (1 + r)^(−d_j / 365)`, flows at month end. Unit: USD of month 0.
 */
export function providerNpv(block: Block, deal: DealPlan): Lanes {
  const net = block.use(providerCash, deal);
  const factor = block.use(providerDiscount, deal);
  const value = block.cell();
  block.onMonth(block.loop(addProduct, value, net, factor));
  return value;
}

/** Marks the provider's stake in the customer: `share · valuation(m)`. Unit: USD, end of month; 0 where none is stated. */
export function stakeValue(block: Block, deal: DealPlan): Lanes {
  const value = block.cell();
  const { stake } = deal.economics;
  if (stake === null) return value;
  const share = block.input(stake.share);
  block.onMonth(pathReader(block, stake.valuation, value));
  block.onMonth(block.loop(scale, value, share));
  return value;
}

/** Adds the discounted mark of the stake to the present value of cash: `npv(m) + stake(m) · (1 + r)^(−d_m / 365)`. */
export function npvWithStake(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const cash = block.use(providerNpv, deal);
  const stake = block.use(stakeValue, deal);
  const factor = block.use(providerDiscount, deal);
  const value = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) value[l] = cash[l] + stake[l] * factor[l];
  });
  return value;
}

function providerDiscount(block: Block, deal: DealPlan): Lanes {
  return discountFactor(block, deal.economics.discountRate);
}
