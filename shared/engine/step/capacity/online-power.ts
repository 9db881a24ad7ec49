import type { Block, Lanes } from '../../block/block.ts';
import { addAll } from '../../lanes/add-all.ts';
import { clip } from '../../loops/capacity.ts';
import { add, clear, copy } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { optionPowers } from '../options/option-power.ts';
import { phasePowers } from './phase-power.ts';

/** Power of a deal at the end of the month, MW of the stated basis. */
export interface OnlinePower {
  readonly online: Lanes;
  /** What the ceiling cuts. */
  readonly clipped: Lanes;
  /** What would be online without a ceiling: `online + clipped`. */
  readonly unclipped: Lanes;
  /** `online` at the start of month 0. */
  readonly opening: Lanes;
  /** Whether anything may have changed in the current month in any lane. */
  readonly hasChanged: () => boolean;
}

/**
 * Adds up the phases of a deal under its ceiling, with the power of exercised options inside or outside it.
 *
 * Formula: `online = min(ceiling, Σ phases + options within) + options outside`, `clipped` is what the minimum cuts.
 * Unit: MW of the stated basis, not negative, never falling.
 */
export function onlinePower(block: Block, deal: DealPlan): OnlinePower {
  const { lanes } = block;
  const phases = block.use(phasePowers, deal);
  const options = block.use(optionPowers, deal);
  const ceiling = deal.capacity.ceilingMw === null ? null : block.input(deal.capacity.ceilingMw);
  const within = [...phases.map((each) => each.power), ...powersOf(true)];
  const outside = powersOf(false);
  const online = block.cell();
  const clipped = block.cell();
  const unclipped = block.cell();
  const opening = block.cell();
  let hasChanged = false;

  function powersOf(isWithinCeiling: boolean): Lanes[] {
    return options
      .filter((each) => each.option.isWithinCeiling === isWithinCeiling)
      .map((each) => each.power);
  }

  const openings = addAll(
    block,
    opening,
    phases.map((phase) => phase.opening),
  );
  block.onStart(() => {
    for (const addOpening of openings) addOpening();
    if (ceiling === null) return;
    for (let l = 0; l < lanes; l += 1) opening[l] = Math.min(ceiling[l], opening[l]);
  });
  const sums = [
    block.loop(clear, unclipped),
    ...addAll(block, unclipped, within),
    // Without a ceiling nothing is clipped, and `clipped` keeps the zero it begins with.
    ceiling === null
      ? block.loop(copy, online, unclipped)
      : block.loop(clip, online, clipped, unclipped, ceiling),
    ...outside.flatMap((power) => [block.loop(add, unclipped, power), block.loop(add, online, power)]),
  ];
  block.onMonth(() => {
    hasChanged = false;
    for (const phase of phases) if (phase.hasChanged()) hasChanged = true;
    for (const option of options) if (option.hasChanged()) hasChanged = true;
    if (!hasChanged) return;
    for (const step of sums) step();
  });
  return { online, clipped, unclipped, opening, hasChanged: () => hasChanged };
}
