import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { fleet } from '../fleet/fleet.ts';

/** IT power of a deal's fleet, MW at the end of the month. */
export interface SiliconPower {
  /** On chips the provider designed itself. */
  readonly own: Lanes;
  readonly total: Lanes;
}

/** Splits the power of a fleet by whether the provider designs the chip: work on its own silicon is hardest to move. */
export function siliconPower(block: Block, deal: DealPlan): SiliconPower {
  const { lanes } = block;
  const { members, hasChanged } = block.use(fleet, deal);
  const own = block.cell();
  const total = block.cell();
  block.onMonth(() => {
    if (!hasChanged()) return;
    own.fill(0);
    total.fill(0);
    for (const { power, generation } of members) {
      for (let l = 0; l < lanes; l += 1) total[l] += power[l];
      if (!generation.isOwnSilicon) continue;
      for (let l = 0; l < lanes; l += 1) own[l] += power[l];
    }
  });
  return { own, total };
}
