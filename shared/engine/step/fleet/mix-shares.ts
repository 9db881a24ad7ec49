import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { clear, scale } from '../../loops/elementwise.ts';
import { invertTotal, takeAvailable } from '../../loops/fleet.ts';
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

  const clearTotal = block.loop(clear, total);
  const takes = shares.map((share, g) =>
    block.loop(takeAvailable, share, total, stated.raw[g], available[g]),
  );
  const invert = block.loop(invertTotal, total, canFill);
  const scalings = shares.map((share) => block.loop(scale, share, total));
  block.onMonth((m) => {
    if (m > 0 && !hasAny()) return;
    stated.fill(m);
    clearTotal();
    for (let g = 0; g < count; g += 1) takes[g](m);
    invert();
    for (let g = 0; g < count; g += 1) scalings[g]();
    for (let l = 0; l < lanes; l += 1) if (canFill[l] === 0) giveToNewest(l, m);
  });
  return { shares, canFill };
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
