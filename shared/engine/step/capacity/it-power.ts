import type { Block, Lanes } from '../../block/block.ts';
import { moveItPower } from '../../loops/capacity.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { onlinePower } from './online-power.ts';

/** IT power of a deal, MW: what reaches the servers. */
export interface ItPower {
  /** At the end of the month. */
  readonly it: Lanes;
  /** At the end of the month before; in month 0 what ran already when the scenario starts. */
  readonly before: Lanes;
  /** `it − before`, not negative. */
  readonly growth: Lanes;
  /** IT power of one MW of the stated basis, constant over a run. */
  readonly factor: Lanes;
}

/**
 * Converts stated power to IT power.
 *
 * Formula: `it = online / PUE` where stated power is facility power, `it = online` where it is IT power; PUE is
 * facility power over IT power (The Green Grid, 2007). Unit: MW.
 */
export function itPower(block: Block, deal: DealPlan): ItPower {
  const { lanes } = block;
  const { online, opening } = block.use(onlinePower, deal);
  const isFacilityBasis = block.input(deal.capacity.isFacilityBasis);
  const pue = block.input(deal.capacity.pue);
  const it = block.cell();
  const before = block.cell();
  const growth = block.cell();
  const factor = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      factor[l] = isFacilityBasis[l] >= 0.5 ? 1 / Math.max(pue[l], 1e-9) : 1;
      it[l] = opening[l] * factor[l];
    }
  });
  block.onMonth(block.loop(moveItPower, it, before, growth, online, factor));
  return { it, before, growth, factor };
}
