import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { optionExercises } from '../options/exercise.ts';

/**
 * Computes the power that is under contract, whether or not it runs.
 *
 * Formula: `min(ceiling, Σ P + exercised options within) + exercised options outside` from the month of signing
 * (`m + 1 > signed`), options from the month of exercise. Cancelled phases stay contracted. Unit: MW, stated basis.
 */
export function contractedPower(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const stated = deal.capacity.phases.map((phase) => block.input(phase.powerMw));
  const ceiling = deal.capacity.ceilingMw === null ? null : block.input(deal.capacity.ceilingMw);
  const signed = block.input(deal.signed);
  const options = block.use(optionExercises, deal).map(({ option, exercisedAt }) => ({
    isWithinCeiling: option.isWithinCeiling,
    power: block.input(option.powerMw),
    hasPower: option.rights !== 'price-only',
    exercisedAt,
  }));
  const contracted = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      let within = 0;
      let outside = 0;
      for (const power of stated) within += power[l];
      for (const { isWithinCeiling, power, hasPower, exercisedAt } of options) {
        if (!hasPower || !(exercisedAt[l] <= m)) continue;
        if (isWithinCeiling) within += power[l];
        else outside += power[l];
      }
      const most = ceiling === null ? within : Math.min(ceiling[l], within);
      contracted[l] = m + 1 > signed[l] ? most + outside : 0;
    }
  });
  return contracted;
}
