import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipsPerMegawatt } from './chips-per-megawatt.ts';
import { fleet } from './fleet.ts';
import { averageFleetSum, type ChipWeight, fleetSum } from './fleet-sum.ts';

const one: ChipWeight = (block) => {
  const cell = block.cell();
  block.onStart(() => cell.fill(1));
  return cell;
};

/** Counts the chips of every generation of a deal: `power_g · 1e6 / IT watts`, end of month, in the deal's order. */
export function chipsByGeneration(block: Block, deal: DealPlan): readonly Lanes[] {
  const { lanes } = block;
  return block.use(fleet, deal).members.map(({ power, generation }) => {
    const perMegawatt = block.use(chipsPerMegawatt, generation);
    const chips = block.cell();
    block.onMonth(() => {
      for (let l = 0; l < lanes; l += 1) chips[l] = power[l] * perMegawatt[l];
    });
    return chips;
  });
}

/** Counts all chips of a deal at the end of the month. */
export function chips(block: Block, deal: DealPlan): Lanes {
  return fleetSum(block, deal, one);
}

/** Computes the hours of all chips of a deal in a month: average chips × hours of the month. Unit: chip-hours. */
export function chipHours(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const { hours } = block.calendar;
  const average = averageFleetSum(block, deal, one);
  const total = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) total[l] = average[l] * hours[m];
  });
  return total;
}
