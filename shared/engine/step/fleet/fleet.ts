import type { Block, Lanes } from '../../block/block.ts';
import { copy } from '../../loops/elementwise.ts';
import { install, installAll, leaveUnfilled, replace } from '../../loops/fleet.ts';
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
  const moves = members.map((member) => memberMoves(block, member, byMix));
  const leave = block.loop(leaveUnfilled, unfilled, byMix, canFill);
  let hasMoved = false;
  let hasChanged = false;

  const open = ({ power, share, vintages }: MovingMember): void => {
    const { installed } = vintages;
    for (let l = 0; l < lanes; l += 1) {
      power[l] = itBefore[l] * share[l];
      installed[l] = power[l];
    }
  };
  block.onStart(() => {
    hasMoved = false;
  });
  block.onMonth((m) => {
    const isMoving = m === 0 || hasAny();
    hasChanged = isMoving || hasMoved;
    if (m === 0) {
      for (const member of members) open(member);
      for (let l = 0; l < lanes; l += 1) if (canFill[l] === 0) byMix[l] += itBefore[l];
    }
    if (isMoving) {
      for (let g = 0; g < moves.length; g += 1) moves[g].move(m);
      leave();
    } else if (hasMoved) {
      for (let g = 0; g < moves.length; g += 1) moves[g].rest();
    }
    hasMoved = isMoving;
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

/** How a member moves in a month in which power is filled, and how it rests in the one after. */
function memberMoves(
  block: Block,
  { power, before, share, options, vintages }: MovingMember,
  byMix: Lanes,
): { readonly move: (month: number) => void; readonly rest: () => void } {
  const { lanes } = block;
  const { installed, retired, hasRetired } = vintages;
  const replaceShare = block.loop(replace, power, before, retired, byMix, share, installed);
  const installShare = block.loop(install, power, before, byMix, share, installed);
  const installOptions = options.map((taken) => block.loop(installAll, power, taken, installed));
  return {
    move: (m) => {
      const offset = m * lanes;
      if (hasRetired()) replaceShare(offset);
      else installShare(offset);
      for (let o = 0; o < installOptions.length; o += 1) installOptions[o](offset);
    },
    rest: block.loop(copy, before, power),
  };
}
