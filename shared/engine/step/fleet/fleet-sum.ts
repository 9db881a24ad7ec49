import type { Block, Lanes } from '../../block/block.ts';
import { addProduct, addSumProduct, beginProduct, beginSumProduct } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { chipsPerMegawatt } from './chips-per-megawatt.ts';
import { fleet } from './fleet.ts';

/** What one chip of a generation contributes to a sum over the fleet, per lane, constant over a run. */
export type ChipWeight = (block: Block, deal: DealPlan, generation: GenerationPlan) => Lanes;

/** Adds up a weight over all chips of a deal at the end of the month: `Σ_g chips_g · weight_g`. */
export function fleetSum(block: Block, deal: DealPlan, weight: ChipWeight): Lanes {
  const { members, hasChanged } = block.use(fleet, deal);
  const sum = block.cell();
  const additions = members.map(({ generation, power }, g) => {
    const perMegawatt = weightPerMegawatt(block, weight(block, deal, generation), generation, 1);
    return block.loop(g === 0 ? beginProduct : addProduct, sum, power, perMegawatt);
  });
  block.onMonth(() => {
    if (!hasChanged()) return;
    for (const addUp of additions) addUp();
  });
  return sum;
}

/** Adds up a weight over the average chips of a month: `Σ_g (chips_g(m−1) + chips_g(m)) / 2 · weight_g`. */
export function averageFleetSum(block: Block, deal: DealPlan, weight: ChipWeight): Lanes {
  const { members, hasChanged } = block.use(fleet, deal);
  const sum = block.cell();
  const additions = members.map(({ generation, before, power }, g) => {
    const perMegawatt = weightPerMegawatt(block, weight(block, deal, generation), generation, 0.5);
    return block.loop(g === 0 ? beginSumProduct : addSumProduct, sum, before, power, perMegawatt);
  });
  block.onMonth(() => {
    if (!hasChanged()) return;
    for (const addUp of additions) addUp();
  });
  return sum;
}

function weightPerMegawatt(block: Block, perChip: Lanes, generation: GenerationPlan, times: number): Lanes {
  const { lanes } = block;
  const chips = block.use(chipsPerMegawatt, generation);
  const perMegawatt = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) perMegawatt[l] = chips[l] * perChip[l] * times;
  });
  return perMegawatt;
}
