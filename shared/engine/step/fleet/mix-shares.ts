import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { scale } from '../../lanes/operations.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { choiceShares } from './choice-shares.ts';
import { dealGenerations } from './deal-generations.ts';
import { newPower } from './new-power.ts';
import { scheduleShares } from './schedule-shares.ts';
import type { StatedShares } from './stated-shares.ts';
import { successionShares } from './succession-shares.ts';

/** Install shares of a deal in the current month; meaningful in month 0 and where there is power to fill. */
export interface MixShares {
  /** Shares in the order of the mix: not negative, sum 1, or all 0 while no generation is available. */
  readonly shares: readonly Lanes[];
  /** 1 where some generation of the mix is available, else 0. */
  readonly canFill: Lanes;
}

/**
 * Turns the stated mix into install shares over the generations that can be had.
 *
 * A missing generation's share goes to the others pro rata. If none of the available ones has a share, the newest
 * available takes all (of equally new ones the last listed). Unit: fractions.
 */
export function mixShares(block: Block, deal: DealPlan): MixShares {
  const { lanes } = block;
  const available = block
    .use(dealGenerations, deal)
    .filter((each) => each.isInMix)
    .map((each) => each.available);
  const { hasAny } = block.use(newPower, deal);
  const stated = statedShares(block, deal, available);
  const shares = stated.raw.map(() => block.cell());
  const total = block.cell();
  const canFill = block.cell();
  const count = shares.length;

  /** Gives everything to the newest available generation where none of the available ones has a share. */
  const giveToNewest = (l: number, m: number): void => {
    let newest = -1;
    for (let g = 0; g < count; g += 1) {
      const from = available[g][l];
      if (m >= from && (newest < 0 || from >= available[newest][l])) newest = g;
    }
    canFill[l] = newest < 0 ? 0 : 1;
    if (newest >= 0) shares[newest][l] = 1;
  };

  block.onMonth((m) => {
    if (m > 0 && !hasAny()) return;
    stated.fill(m);
    total.fill(0);
    for (let g = 0; g < count; g += 1) takeAvailable(shares[g], total, stated.raw[g], available[g], m);
    for (let l = 0; l < lanes; l += 1) {
      if (total[l] > 0) {
        total[l] = 1 / total[l];
        canFill[l] = 1;
      } else {
        total[l] = 1;
        giveToNewest(l, m);
      }
    }
    for (const share of shares) scale(share, total);
  });
  return { shares, canFill };
}

/** Takes over the stated shares of a generation where it can be had, and adds them to the total. */
function takeAvailable(share: Lanes, total: Lanes, raw: Lanes, from: Lanes, month: number): void {
  for (let l = 0; l < share.length; l += 1) {
    const taken = month >= from[l] ? raw[l] : 0;
    share[l] = taken;
    total[l] += taken;
  }
}

function statedShares(block: Block, deal: DealPlan, available: readonly Lanes[]): StatedShares {
  const { mix } = deal;
  switch (mix.kind) {
    case 'none':
      return { raw: [], fill: () => undefined };
    case 'schedule':
      return scheduleShares(block, mix);
    case 'succession':
      return successionShares(block, mix, available);
    case 'choice':
      return choiceShares(block, deal, mix, available);
    default:
      return unreachable(mix);
  }
}
