import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import type { Plan } from '../../plan/plan.ts';
import { customerCash } from './cash.ts';

/**
 * Computes how long the customer's cash lasts at the recent pace.
 *
 * Formula: `cash / burn`, burn the average fall of cash over the last three months (fewer at the start). Unit: months;
 * 0 once cash is gone, NaN where cash does not fall (by more than rounding) or is not known.
 */
export function runway(block: Block, plan: Plan): Lanes {
  if (plan.customer.openingCash === null) return noAnswer(block);
  const { lanes } = block;
  const opening = block.input(plan.customer.openingCash);
  const cash = block.use(customerCash, plan);
  const ago = [block.cell(), block.cell(), block.cell()];
  const left = block.cell();
  block.onStart(() => {
    for (const earlier of ago) earlier.set(opening);
  });
  block.onMonth((m) => {
    const span = Math.min(3, m + 1);
    for (let l = 0; l < lanes; l += 1) {
      const burn = (ago[2][l] - cash[l]) / span;
      if (cash[l] <= 0) left[l] = 0;
      else left[l] = burn > leastBurn * cash[l] ? cash[l] / burn : Number.NaN;
      ago[2][l] = ago[1][l];
      ago[1][l] = ago[0][l];
      ago[0][l] = cash[l];
    }
  });
  return left;
}

/** Share of cash below which a fall is rounding: draws that hold cash level do so to the last bit only. */
const leastBurn = 1e-9;
