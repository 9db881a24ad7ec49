import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { itPower } from '../capacity/it-power.ts';
import { dealGenerations } from './deal-generations.ts';
import { mixShares } from './mix-shares.ts';
import { newPower } from './new-power.ts';
import { retirements, type Vintages } from './retirements.ts';

/** One generation in the fleet of a deal, MW of IT power. */
export interface FleetMember {
  readonly index: number;
  readonly generation: GenerationPlan;
  /** At the end of the month. */
  readonly power: Lanes;
  /** At the end of the month before; in month 0 what ran already. */
  readonly before: Lanes;
  /** Installed in the month, replacements included. */
  readonly installed: Lanes;
}

/** The fleet of a deal. */
export interface Fleet {
  readonly members: readonly FleetMember[];
  /** IT power without chips, at the end of the month, MW. */
  readonly unfilled: Lanes;
  /** Whether `power` or `before` may differ from the month before in any lane. */
  readonly hasChanged: () => boolean;
}

/**
 * Keeps the fleet of a deal as vintages.
 *
 * Formula: `power_g(m) = power_g(m−1) + installed_g(m) − retired_g(m)`, `installed_g = σ_g · new + options`. What runs when
 * the scenario starts is shared out like month 0 and ages from month 0. `Σ_g power_g + unfilled = it`.
 * Unit: MW of IT power.
 */
export function fleet(block: Block, deal: DealPlan): Fleet {
  const { lanes } = block;
  const { before: itBefore } = block.use(itPower, deal);
  const vintages = block.use(retirements, deal);
  const { byMix, byOption, unfilled, hasAny } = block.use(newPower, deal);
  const { shares, canFill } = block.use(mixShares, deal);
  const noShare = block.cell();
  let mixIndex = 0;
  const slots = block.use(dealGenerations, deal).map((each, g) => ({
    index: each.index,
    generation: each.generation,
    power: block.cell(),
    before: block.cell(),
    installed: block.cell(),
    share: each.isInMix ? shares[mixIndex++] : noShare,
    vintages: vintages[g],
    options: byOption.filter((_, o) => deal.options[o].generation === each.index),
  }));
  type Slot = (typeof slots)[number];
  let moved = false;
  let hasChanged = false;

  const open = ({ power, share, vintages: own }: Slot): void => {
    for (let l = 0; l < lanes; l += 1) {
      power[l] = itBefore[l] * share[l];
      own.installed[l] = power[l];
    }
  };
  const move = ({ power, installed, share, options, vintages: own }: Slot, m: number): void => {
    const record = own.installed;
    const offset = m * lanes;
    for (let l = 0; l < lanes; l += 1) installed[l] = byMix[l] * share[l];
    for (const taken of options) {
      for (let l = 0; l < lanes; l += 1) installed[l] += taken[l];
    }
    for (let l = 0; l < lanes; l += 1) {
      record[offset + l] += installed[l];
      power[l] += installed[l];
    }
    if (own.hasRetired()) retire(power, own);
  };
  const retire = (power: Lanes, { retired }: Vintages): void => {
    for (let l = 0; l < lanes; l += 1) power[l] = Math.max(0, power[l] - retired[l]);
  };

  block.onMonth((m) => {
    if (m === 0) {
      for (const slot of slots) open(slot);
      for (let l = 0; l < lanes; l += 1) if (canFill[l] === 0) byMix[l] += itBefore[l];
    }
    const moves = m === 0 || hasAny();
    hasChanged = moves || moved;
    if (hasChanged) {
      for (const slot of slots) {
        slot.before.set(slot.power);
        if (moves) move(slot, m);
        else slot.installed.fill(0);
      }
    }
    if (moves) for (let l = 0; l < lanes; l += 1) unfilled[l] = canFill[l] === 0 ? byMix[l] : 0;
    moved = moves;
  });
  return { members: slots, unfilled, hasChanged: () => hasChanged };
}
