import type { Block, Lanes } from '../../block/block.ts';

/**
 * Computes the share of the bill so far that capital since the start would pay: `min(1, Σ paid / Σ billed)`, NaN while
 * nothing has been billed.
 */
export function recycledShare(block: Block, paidToDate: Lanes, billedToDate: Lanes): Lanes {
  const share = block.cell();
  block.onMonth(() => shareOut(share, paidToDate, billedToDate));
  return share;
}

function shareOut(share: Lanes, paid: Lanes, billed: Lanes): void {
  for (let l = 0; l < share.length; l += 1) {
    if (billed[l] > 0) share[l] = Math.min(1, paid[l] / billed[l]);
    else share[l] = Number.NaN;
  }
}

/** Computes capital received since the start less spend billed since the start: `Σ paid − Σ billed`. Unit: USD. */
export function netOfDeal(block: Block, paidToDate: Lanes, billedToDate: Lanes): Lanes {
  const { lanes } = block;
  const net = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) net[l] = paidToDate[l] - billedToDate[l];
  });
  return net;
}
