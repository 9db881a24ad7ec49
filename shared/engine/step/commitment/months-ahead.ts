import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentTerm } from './commitment-term.ts';
import { fractionAt, type RampCurve, rampCurve } from './cumulative-ramp.ts';
import { commitmentProgress } from './progress.ts';

/**
 * Computes how far consumption is ahead of the commitment (negative: behind), measured along its ramp.
 *
 * Formula: `(x* − x) · term`, `x*` the smallest `x` with `F(x) = min(1, progress / C)`, found by bisection to 1e-12.
 * Unit: months at the end of the month; 0 before the term, NaN without a commitment.
 */
export function monthsAhead(block: Block, deal: DealPlan): Lanes {
  if (deal.commitment === null) return noAnswer(block);
  const { lanes } = block;
  const amount = block.input(deal.commitment.amount);
  const { begins, months } = block.use(commitmentTerm, deal.commitment);
  const curve = block.use(rampCurve, deal.commitment);
  const progress = block.use(commitmentProgress, deal);
  const ahead = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      const x = Math.min(1, (m + 1 - begins[l]) / months[l]);
      if (!(amount[l] > 0)) ahead[l] = Number.NaN;
      else if (x <= 0) ahead[l] = 0;
      else ahead[l] = (reachedAt(curve, l, Math.min(1, progress[l] / amount[l])) - x) * months[l];
    }
  });
  return ahead;
}

function reachedAt(curve: RampCurve, lane: number, fraction: number): number {
  if (fraction <= 0) return 0;
  let below = 0;
  let above = 1;
  while (above - below > 1e-12) {
    const middle = (below + above) / 2;
    if (fractionAt(curve, lane, middle) >= fraction) above = middle;
    else below = middle;
  }
  return above;
}
