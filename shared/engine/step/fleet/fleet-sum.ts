import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { chipsPerMegawatt } from './chips-per-megawatt.ts';
import { fleet } from './fleet.ts';

/** What one chip of a generation contributes to a sum over the fleet, per lane, constant over a run. */
export type ChipWeight = (block: Block, deal: DealPlan, generation: GenerationPlan) => Lanes;

/** Adds up a weight over all chips of a deal at the end of the month: `Σ_g chips_g · weight_g`. */
export function fleetSum(block: Block, deal: DealPlan, weight: ChipWeight): Lanes {
  const { lanes } = block;
  const { members, hasChanged } = block.use(fleet, deal);
  const parts = members.map(({ power, generation }) => ({
    power,
    weight: weightPerMegawatt(block, deal, generation, weight),
  }));
  const sum = block.cell();
  block.onMonth(() => {
    if (!hasChanged()) return;
    sum.fill(0);
    for (const part of parts) {
      for (let l = 0; l < lanes; l += 1) sum[l] += part.power[l] * part.weight[l];
    }
  });
  return sum;
}

/** Adds up a weight over the average chips of a month: `Σ_g (chips_g(m−1) + chips_g(m)) / 2 · weight_g`. */
export function averageFleetSum(block: Block, deal: DealPlan, weight: ChipWeight): Lanes {
  const { lanes } = block;
  const { members, hasChanged } = block.use(fleet, deal);
  const parts = members.map(({ power, before, generation }) => ({
    power,
    before,
    weight: weightPerMegawatt(block, deal, generation, weight),
  }));
  const sum = block.cell();
  block.onMonth(() => {
    if (!hasChanged()) return;
    sum.fill(0);
    for (const part of parts) {
      for (let l = 0; l < lanes; l += 1) sum[l] += ((part.before[l] + part.power[l]) / 2) * part.weight[l];
    }
  });
  return sum;
}

function weightPerMegawatt(
  block: Block,
  deal: DealPlan,
  generation: GenerationPlan,
  weight: ChipWeight,
): Lanes {
  const { lanes } = block;
  const chips = block.use(chipsPerMegawatt, generation);
  const perChip = weight(block, deal, generation);
  const perMegawatt = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) perMegawatt[l] = chips[l] * perChip[l];
  });
  return perMegawatt;
}
