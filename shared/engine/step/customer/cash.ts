import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import type { Plan } from '../../plan/plan.ts';
import { capitalFlows, flowsWhere } from '../capital/capital-flows.ts';
import { credits } from '../capital/credits.ts';
import { otherCosts } from './other-costs.ts';
import { revenue } from './revenue.ts';

/**
 * Keeps the customer's cash.
 *
 * Formula: `cash(m) = cash(m−1) + revenue − other costs + cash from instruments − Σ deals cash billed`. Unit: USD at the
 * end of the month, may be negative; NaN where the opening cash is not stated.
 */
export function customerCash(block: Block, plan: Plan): Lanes {
  if (plan.customer.openingCash === null) return noAnswer(block);
  const { lanes } = block;
  const opening = block.input(plan.customer.openingCash);
  const income = block.use(revenue, plan);
  const costs = block.use(otherCosts, plan);
  const capital = plan.deals.flatMap((deal) =>
    flowsWhere(block.use(capitalFlows, deal), (flow) => flow.form === 'cash'),
  );
  const bills = plan.deals.map((deal) => block.use(credits, deal).cashBilled);
  const cash = block.cell();
  block.onStart(() => cash.set(opening));
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) cash[l] += income[l] - costs[l];
    for (const received of capital) {
      for (let l = 0; l < lanes; l += 1) cash[l] += received[l];
    }
    for (const bill of bills) {
      for (let l = 0; l < lanes; l += 1) cash[l] -= bill[l];
    }
  });
  return cash;
}
