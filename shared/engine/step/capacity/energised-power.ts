import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { optionPowers } from '../options/option-power.ts';
import { phasePowers } from './phase-power.ts';

/**
 * Computes the power that is connected, whether or not its ramp has run.
 *
 * Formula: `min(ceiling, Σ P_p [m + 1 > e'])`, with the full power of exercised options from the end of their notice
 * inside or outside the ceiling. Unit: MW of the stated basis; `online ≤ energised`.
 */
export function energisedPower(block: Block, deal: DealPlan): Lanes {
  const { lanes } = block;
  const phases = block.use(phasePowers, deal).map(({ phase, start }) => ({
    start,
    power: block.input(phase.powerMw),
    cancelled: block.input(phase.isCancelled),
  }));
  const options = block.use(optionPowers, deal).map(({ option, start }) => ({
    start,
    power: block.input(option.powerMw),
    isWithinCeiling: option.isWithinCeiling,
    hasPower: option.rights !== 'price-only',
  }));
  const ceiling = deal.capacity.ceilingMw === null ? null : block.input(deal.capacity.ceilingMw);
  const energised = block.cell();
  block.onMonth((m) => {
    for (let l = 0; l < lanes; l += 1) {
      let within = 0;
      let outside = 0;
      for (const { start, power, cancelled } of phases) {
        if (m + 1 > start[l] && cancelled[l] < 0.5) within += power[l];
      }
      for (const { start, power, isWithinCeiling, hasPower } of options) {
        if (!hasPower || !(m + 1 > start[l])) continue;
        if (isWithinCeiling) within += power[l];
        else outside += power[l];
      }
      energised[l] = (ceiling === null ? within : Math.min(ceiling[l], within)) + outside;
    }
  });
  return energised;
}
