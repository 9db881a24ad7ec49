import type { Block, Lanes } from '../../block/block.ts';
import { takeOwnGrowth } from '../../loops/capacity.ts';
import { add, copy } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { itPower } from '../capacity/it-power.ts';
import { optionPowers } from '../options/option-power.ts';
import { retirements } from './retirements.ts';

/** IT power to be filled in the month, MW. */
export interface NewPower {
  /** To be filled by the mix: growth not taken by options, what retired chips free, what waited. */
  readonly byMix: Lanes;
  /** To be filled by the generation of each option, in the order of the deal's options. */
  readonly byOption: readonly Lanes[];
  /** IT power that waits for a generation to become available; written by the fleet. */
  readonly unfilled: Lanes;
  /** Whether there is anything to fill in any lane. */
  readonly hasAny: () => boolean;
}

/**
 * Computes the IT power that is free for new chips.
 *
 * Formula: `new(m) = max(0, it(m) − it(m−1)) − options + Σ_g retired_g(m) + unfilled(m−1)`. Options, in list order, take
 * their own growth as far as the growth of the deal reaches (a ceiling may cut it). Unit: MW of IT power.
 */
export function newPower(block: Block, deal: DealPlan): NewPower {
  const { growth, factor } = block.use(itPower, deal);
  const options = block.use(optionPowers, deal);
  const vintages = block.use(retirements, deal);
  const byMix = block.cell();
  const byOption = options.map(() => block.cell());
  const unfilled = block.cell();
  let hasAny = false;
  const begin = block.loop(copy, byMix, growth);
  const takings = byOption.map((taken, o) =>
    block.loop(takeOwnGrowth, taken, byMix, options[o].growth, factor),
  );
  const additions = vintages.map(({ retired, hasRetired }) => ({
    hasRetired,
    add: block.loop(add, byMix, retired),
  }));
  const addUnfilled = block.loop(add, byMix, unfilled);
  block.onMonth(() => {
    begin();
    for (let o = 0; o < takings.length; o += 1) takings[o]();
    for (const addition of additions) if (addition.hasRetired()) addition.add();
    addUnfilled();
    hasAny = isPositiveAnywhere(byMix);
    for (const taken of byOption) hasAny = hasAny || isPositiveAnywhere(taken);
  });
  return { byMix, byOption, unfilled, hasAny: () => hasAny };
}

function isPositiveAnywhere(values: Lanes): boolean {
  for (let l = 0; l < values.length; l += 1) if (values[l] > 0) return true;
  return false;
}
