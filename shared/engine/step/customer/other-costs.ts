import type { Block, Lanes } from '../../block/block.ts';
import type { Plan } from '../../plan/plan.ts';
import { revenue } from './revenue.ts';

/** Computes the customer's costs other than compute: `share · revenue + fixed per year / 12`. Unit: USD in the month. */
export function otherCosts(block: Block, plan: Plan): Lanes {
  const { lanes } = block;
  const income = block.use(revenue, plan);
  const share = block.input(plan.customer.otherCostShare);
  const perYear = block.input(plan.customer.otherCostPerYear);
  const costs = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) costs[l] = share[l] * income[l] + perYear[l] / 12;
  });
  return costs;
}
