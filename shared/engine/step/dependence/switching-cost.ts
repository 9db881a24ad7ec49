import type { Block, Lanes } from '../../block/block.ts';
import { sumOf } from '../../lanes/arithmetic.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { takeOrPayLiability } from '../commitment/liability.ts';
import { fleetSum } from '../fleet/fleet-sum.ts';

/**
 * Computes what leaving a provider would cost: the remaining take-or-pay liability plus porting the installed base,
 * `liability + Σ chips · porting cost per chip`. Unit: USD, end of month.
 */
export function switchingCost(block: Block, deal: DealPlan): Lanes {
  const porting = fleetSum(block, deal, (b, _, generation) => b.input(generation.portingCostPerChip));
  return sumOf(block, [block.use(takeOrPayLiability, deal), porting]);
}
