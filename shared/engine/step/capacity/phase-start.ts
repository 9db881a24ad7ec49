import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan, PhasePlan } from '../../plan/deal.ts';

/**
 * Moves a phase's energisation date by its own slip and by the slip all phases of the deal share.
 *
 * Formula: `e' = e + slip + deal slip`. Unit: months since the start, per lane, constant over a run.
 */
export function phaseStart(block: Block, deal: DealPlan, phase: PhasePlan): Lanes {
  const { lanes } = block;
  const energise = block.input(phase.energise);
  const own = block.input(phase.slipMonths);
  const shared = block.input(deal.capacity.slipMonths);
  const start = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) start[l] = energise[l] + own[l] + shared[l];
  });
  return start;
}
