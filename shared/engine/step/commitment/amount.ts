import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';

/** Returns what a deal commits in all, USD; 0 without a commitment. */
export function commitmentAmount(block: Block, deal: DealPlan): Lanes {
  return deal.commitment === null ? block.cell() : block.input(deal.commitment.amount);
}
