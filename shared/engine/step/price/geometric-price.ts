import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { scale } from '../../loops/elementwise.ts';
import type { PricePlan } from '../../plan/generation.ts';
import type { Slot } from '../../plan/input.ts';

/**
 * Lets a list price fall (or, with a negative decline, rise) by the same share every year.
 *
 * Formula: `list · (1 − d)^y`, `y = max(0, m − asOf) / 12` years at the start of the month. Unit: USD per chip-hour.
 *
 * Whole months after the first are made by multiplication, which costs a fraction of a power and is exact to within a
 * few units in the last place over a horizon.
 */
export function geometricPrice(block: Block, price: PricePlan, declinePerYear: Slot): Lanes {
  const { lanes } = block;
  const list = block.input(price.list);
  const asOf = block.input(price.asOf);
  const decline = block.input(declinePerYear);
  const kept = block.cell();
  const monthly = block.cell();
  const base = block.cell();
  /** Up to this month every lane has its list price. */
  let listedUntil = 0;
  /** First month in which every lane moves by its monthly factor. */
  let steadyFrom = 0;

  const priceAt = (m: number): void => {
    for (let l = 0; l < lanes; l += 1) {
      const elapsed = m - asOf[l];
      if (elapsed <= 0) base[l] = list[l];
      else if (m === 0 || elapsed < 1) base[l] = list[l] * kept[l] ** (elapsed / 12);
      else base[l] *= monthly[l];
    }
  };

  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      kept[l] = Math.max(0, 1 - decline[l]);
      monthly[l] = kept[l] ** (1 / 12);
    }
    listedUntil = lowest(asOf);
    steadyFrom = highest(asOf) + 1;
  });
  const decay = block.loop(scale, base, monthly);
  block.onMonth((m) => {
    if (m > 0 && m >= steadyFrom) decay();
    else if (m === 0 || m > listedUntil) priceAt(m);
  });
  return base;
}
