import type { Block, Lanes } from '../block/block.ts';
import { scale } from '../loops/elementwise.ts';
import type { Slot } from '../plan/input.ts';

/**
 * Computes the factor that brings a flow at the end of the month to the first day of month 0.
 *
 * Formula: `(1 + r)^(−d / 365)`, `d` the days from the start to the end of the month: the convention of Excel's XNPV.
 * Made by multiplying month by month with one of four powers, since a month has 28, 29, 30 or 31 days. Per lane.
 */
export function discountFactor(block: Block, rate: Slot): Lanes {
  const { lanes } = block;
  const { days } = block.calendar;
  const perYear = block.input(rate);
  const factor = block.cell();
  const powers = [28, 29, 30, 31].map((length) => ({ length, power: block.cell() }));
  block.onStart(() => {
    factor.fill(1);
    for (const { length, power } of powers) {
      for (let l = 0; l < lanes; l += 1) {
        power[l] = Math.exp((-Math.log1p(Math.max(perYear[l], leastRate)) * length) / 365);
      }
    }
  });
  const discounts = powers.map(({ power }) => block.loop(scale, factor, power));
  block.onMonth((m) => discounts[days[m] - 28]());
  return factor;
}

/** A rate cannot take all of the money: the factor would have no value. */
const leastRate = -0.999999;
