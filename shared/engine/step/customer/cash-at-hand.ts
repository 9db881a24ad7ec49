import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { Plan } from '../../plan/plan.ts';
import { payments } from '../capital/payments.ts';
import { billed } from '../spend/billed.ts';
import { otherCosts } from './other-costs.ts';
import { revenue } from './revenue.ts';

/** The customer's cash while the draws of a month are made, USD. */
export interface CashAtHand {
  /** NaN where the opening cash is not stated. */
  readonly cash: Lanes;
  /** Books a draw: cash, or credits that free the cash which the deal's bill would have taken. */
  readonly receive: (deal: DealPlan, form: 'cash' | 'credits', drawn: Lanes) => void;
}

/**
 * Computes the customer's cash after everything of the month but draws on facilities.
 *
 * Formula: `cash(m−1) + revenue − other costs + cash payments − Σ deals (billed − credits at hand)`. Unit: USD.
 */
export function cashAtHand(block: Block, plan: Plan): CashAtHand {
  const { lanes } = block;
  const before = block.carry(() => block.measure('customer.cash'));
  const opening = plan.customer.openingCash === null ? null : block.input(plan.customer.openingCash);
  const income = block.use(revenue, plan);
  const costs = block.use(otherCosts, plan);
  const cash = block.cell();
  const accounts = plan.deals.map((deal) => ({
    deal,
    bill: block.use(billed, deal),
    balance: block.carry(() => block.measure(`${deal.key}.capital.credits`)),
    payments: block.use(payments, deal),
    unpaid: block.cell(),
  }));
  block.onStart(() => {
    if (opening === null) before.fill(Number.NaN);
    else before.set(opening);
  });
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) cash[l] = before[l] + income[l] - costs[l];
    for (const { bill, balance, payments: streams, unpaid } of accounts) {
      for (let l = 0; l < lanes; l += 1) unpaid[l] = bill[l] - balance[l];
      for (const { form, paid } of streams) {
        const into = form === 'cash' ? cash : unpaid;
        const sign = form === 'cash' ? 1 : -1;
        for (let l = 0; l < lanes; l += 1) into[l] += sign * paid[l];
      }
      for (let l = 0; l < lanes; l += 1) {
        unpaid[l] = Math.max(0, unpaid[l]);
        cash[l] -= unpaid[l];
      }
    }
  });
  const receive = (deal: DealPlan, form: 'cash' | 'credits', drawn: Lanes): void => {
    const account = accounts.find((each) => each.deal === deal);
    if (form === 'cash' || account === undefined) {
      for (let l = 0; l < lanes; l += 1) cash[l] += drawn[l];
      return;
    }
    for (let l = 0; l < lanes; l += 1) {
      const freed = Math.min(drawn[l], account.unpaid[l]);
      account.unpaid[l] -= freed;
      cash[l] += freed;
    }
  };
  return { cash, receive };
}
