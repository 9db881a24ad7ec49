import type { Block, Lanes } from '../../block/block.ts';
import { addAll, subtractAll } from '../../lanes/add-all.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import { add, subtract } from '../../loops/elementwise.ts';
import type { Plan } from '../../plan/plan.ts';
import { capitalInCash } from '../capital/capital-totals.ts';
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
  const opening = block.input(plan.customer.openingCash);
  const income = block.use(revenue, plan);
  const costs = block.use(otherCosts, plan);
  const capital = plan.deals.map((deal) => block.use(capitalInCash, deal));
  const bills = plan.deals.map((deal) => block.use(credits, deal).cashBilled);
  const cash = block.cell();
  block.onStart(() => cash.set(opening));
  block.onMonth(block.loop(add, cash, income));
  block.onMonth(block.loop(subtract, cash, costs));
  for (const step of addAll(block, cash, capital)) block.onMonth(step);
  for (const step of subtractAll(block, cash, bills)) block.onMonth(step);
  return cash;
}
