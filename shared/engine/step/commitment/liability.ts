import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { committed } from './committed.ts';
import { settlement } from './settlement.ts';

/**
 * Computes what the customer would still owe if it stopped consuming: the remaining take-or-pay liability.
 *
 * Formula: `max(0, t · (C − toDate) + t · committed in the running period − eligible in the running period)`, `t` the
 * take-or-pay share. Unit: USD, end of month, after settlement.
 */
export function takeOrPayLiability(block: Block, deal: DealPlan): Lanes {
  const liability = block.cell();
  if (deal.commitment === null) return liability;
  const { lanes } = block;
  const amount = block.input(deal.commitment.amount);
  const takeOrPay = block.input(deal.commitment.takeOrPay);
  const { toDate } = block.use(committed, deal.commitment);
  const { runningCommitted, runningEligible } = block.use(settlement, deal);
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      const owed = takeOrPay[l] * (amount[l] - toDate[l] + runningCommitted[l]);
      liability[l] = Math.max(0, owed - runningEligible[l]);
    }
  });
  return liability;
}
