import type { Block, Lanes } from '../../block/block.ts';

/**
 * Computes the share of the bill so far that capital since the start would pay: `min(1, Σ paid / Σ billed)`, NaN while
 * nothing has been billed.
 */
export function recycledShare(block: Block, paidToDate: Lanes, billedToDate: Lanes): Lanes {
  const { lanes } = block;
  const share = block.cell();
  block.onMonth(() => {
    for (let l = 0; l < lanes; l += 1) {
      share[l] = billedToDate[l] > 0 ? Math.min(1, paidToDate[l] / billedToDate[l]) : Number.NaN;
    }
  });
  return share;
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
