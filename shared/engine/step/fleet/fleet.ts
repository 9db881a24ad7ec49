import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { itPower } from '../capacity/it-power.ts';
import { dealGenerations } from './deal-generations.ts';
import { mixGenerations } from './mix-generations.ts';
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
}

/** The fleet of a deal. */
export interface Fleet {
  readonly members: readonly FleetMember[];
  /** IT power without chips, at the end of the month, MW. */
  readonly unfilled: Lanes;
  /** Whether `power` or `before` may differ from the month before in any lane. */
  readonly hasChanged: () => boolean;
}

/** A generation with what its power moves by. */
interface MovingMember extends FleetMember {
  readonly share: Lanes;
  readonly vintages: Vintages;
  readonly options: readonly Lanes[];
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
  const { byMix, unfilled, hasAny } = block.use(newPower, deal);
  const { canFill } = block.use(mixShares, deal);
  const members = movingMembers(block, deal);
  let hasMoved = false;
  let hasChanged = false;

  const open = ({ power, share, vintages }: MovingMember): void => {
    const { installed } = vintages;
    for (let l = 0; l < lanes; l += 1) {
      power[l] = itBefore[l] * share[l];
      installed[l] = power[l];
    }
  };
  const move = ({ power, before, share, options, vintages }: MovingMember, m: number): void => {
    const { installed } = vintages;
    before.set(power);
    if (vintages.hasRetired()) retire(power, vintages.retired);
    installShare(power, installed, m * lanes, byMix, share);
    for (const taken of options) installAll(power, installed, m * lanes, taken);
  };
  block.onStart(() => {
    hasMoved = false;
  });
  block.onMonth((m) => {
    const moves = m === 0 || hasAny();
    hasChanged = moves || hasMoved;
    if (m === 0) {
      for (const member of members) open(member);
      for (let l = 0; l < lanes; l += 1) if (canFill[l] === 0) byMix[l] += itBefore[l];
    }
    if (moves) {
      for (const member of members) {
        move(member, m);
      }
      for (let l = 0; l < lanes; l += 1) unfilled[l] = canFill[l] === 0 ? byMix[l] : 0;
    } else if (hasMoved) {
      for (const { before, power } of members) before.set(power);
    }
    hasMoved = moves;
  });
  return { members, unfilled, hasChanged: () => hasChanged };
}

function movingMembers(block: Block, deal: DealPlan): readonly MovingMember[] {
  const vintages = block.use(retirements, deal);
  const { byOption } = block.use(newPower, deal);
  const { shares } = block.use(mixShares, deal);
  const noShare = block.cell();
  const mix = mixGenerations(deal);
  return block.use(dealGenerations, deal).map(({ index, generation, isInMix }, g) => ({
    index,
    generation,
    power: block.cell(),
    before: block.cell(),
    share: isInMix ? shares[mix.indexOf(index)] : noShare,
    vintages: vintages[g],
    options: byOption.filter((_, o) => deal.options[o].generation === index),
  }));
}

function installShare(power: Lanes, installed: Float64Array, offset: number, all: Lanes, share: Lanes): void {
  for (let l = 0; l < power.length; l += 1) {
    const added = all[l] * share[l];
    installed[offset + l] += added;
    power[l] += added;
  }
}

function installAll(power: Lanes, installed: Float64Array, offset: number, all: Lanes): void {
  for (let l = 0; l < power.length; l += 1) {
    installed[offset + l] += all[l];
    power[l] += all[l];
  }
}

function retire(power: Lanes, retired: Lanes): void {
  for (let l = 0; l < power.length; l += 1) {
    const left = power[l] - retired[l];
    power[l] = left > rounding * retired[l] ? left : 0;
  }
}

/** Share of what retires below which the rest is rounding: the last vintage of a generation leaves nothing behind. */
const rounding = 1e-12;
