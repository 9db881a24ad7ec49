import type { Block, Lanes } from '../../block/block.ts';
import { difference } from '../../loops/elementwise.ts';
import { coverBill } from '../../loops/money.ts';

/**
 * Computes the share of the bill so far that capital since the start would pay: `min(1, Σ paid / Σ billed)`, NaN while
 * nothing has been billed.
 */
export function recycledShare(block: Block, paidToDate: Lanes, billedToDate: Lanes): Lanes {
  const share = block.cell();
  block.onMonth(block.loop(coverBill, share, paidToDate, billedToDate));
  return share;
}

/** Computes capital received since the start less spend billed since the start: `Σ paid − Σ billed`. Unit: USD. */
export function netOfDeal(block: Block, paidToDate: Lanes, billedToDate: Lanes): Lanes {
  const net = block.cell();
  block.onMonth(block.loop(difference, net, paidToDate, billedToDate));
  return net;
}
