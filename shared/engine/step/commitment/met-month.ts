import type { Block, Lanes } from '../../block/block.ts';
import { noAnswer } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { commitmentProgress } from './progress.ts';

/**
 * Finds when eligible consumption has reached the whole commitment: `m + 1` for the first month `m` at whose end
 * `progress ≥ C`. Unit: months since the start; NaN if not within the horizon, or without a commitment.
 */
export function metMonth(block: Block, deal: DealPlan): Lanes {
  const met = noAnswer(block);
  if (deal.commitment === null) return met;
  const { lanes } = block;
  const amount = block.input(deal.commitment.amount);
  const progress = block.use(commitmentProgress, deal);
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      if (Number.isNaN(met[l]) && amount[l] > 0 && progress[l] >= amount[l]) met[l] = m + 1;
    }
  });
  return met;
}
