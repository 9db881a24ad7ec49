import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipsPerMegawatt } from './chips-per-megawatt.ts';
import { fleet } from './fleet.ts';
import { retirements } from './retirements.ts';

/**
 * Counts the chips of every generation installed in a month in one deal, replacements included; what runs when the
 * scenario starts is not counted. Unit: chips in the month, in the order of the deal's generations.
 */
export function chipsInstalled(block: Block, deal: DealPlan): readonly Lanes[] {
  const { lanes } = block;
  const vintages = block.use(retirements, deal);
  return block.use(fleet, deal).members.map(({ power, before, generation }, g) => {
    const { retired, hasRetired } = vintages[g];
    const perMegawatt = block.use(chipsPerMegawatt, generation);
    const chips = block.cell();
    block.onMonth(() => {
      for (let l = 0; l < lanes; l += 1) {
        const replaced = hasRetired() ? retired[l] : 0;
        chips[l] = Math.max(0, power[l] - before[l] + replaced) * perMegawatt[l];
      }
    });
    return chips;
  });
}
