import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { itPower } from './it-power.ts';

/**
 * Computes the electricity drawn at the meter.
 *
 * Formula: `(it(m−1) + it(m)) / 2 · PUE · average draw · hours(m)`. Unit: MWh in the month.
 */
export function energy(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const { hours } = block.calendar;
  const { it, before } = block.use(itPower, deal);
  const pue = block.input(deal.capacity.pue);
  const draw = block.input(deal.capacity.averageDraw);
  const drawn = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) drawn[l] = ((before[l] + it[l]) / 2) * pue[l] * draw[l] * hours[m];
  });
  return drawn;
}
