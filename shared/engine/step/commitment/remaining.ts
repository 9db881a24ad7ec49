import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentProgress } from './progress.ts';

/** Computes what of a commitment has not been consumed: `max(0, C − progress)`. Unit: USD, end of month. */
export function remainingCommitment(block: Block, deal: DealPlan): Lanes {
  const remaining = block.cell();
  if (deal.commitment === null) return remaining;
  const { lanes } = block;
  const amount = block.input(deal.commitment.amount);
  const progress = block.use(commitmentProgress, deal);
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) remaining[l] = Math.max(0, amount[l] - progress[l]);
  });
  return remaining;
}
