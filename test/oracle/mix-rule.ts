import type { DealPlan, TakeOver } from '#shared/engine/plan/deal.ts';
import { at, clamp, sum } from './at.ts';
import { effectivePerChip, generationsOfMix } from './chip.ts';
import { bassShare, logistic, nortonBassShares, takeOverSteepness } from './curves.ts';
import type { OptionMonth } from './option-month.ts';
import { type GenerationPrice, payable } from './price-rule.ts';
import { linearBetween, numberIn, type World } from './world.ts';

/** A generation and its share of what is installed in a month. */
export interface InstallShare {
  readonly generation: number;
  readonly share: number;
}

/**
 * Model section 3: the install shares of a month over the generations that can be had, or null where none can. A
 * missing generation's share goes to the others pro rata; if the others have none, to the newest.
 */
export function installShares(
  world: World,
  deal: DealPlan,
  month: number,
  prices: readonly GenerationPrice[],
  options: readonly OptionMonth[],
): InstallShare[] | null {
  const generations = generationsOfMix(deal.mix);
  const availability = generations.map((g) => availableFrom(world, g, options));
  const isAvailable = availability.map((from) => month >= from);
  if (!isAvailable.includes(true)) return null;

  const stated = statedShares(world, deal, month, prices, availability, isAvailable);
  const open = stated.map((share, i) => (at(isAvailable, i) ? share : 0));
  const total = sum(open);
  if (total > 0) return generations.map((generation, i) => ({ generation, share: at(open, i) / total }));

  const dates = availability.filter((_, i) => at(isAvailable, i));
  const newest = availability.lastIndexOf(Math.max(...dates));
  return generations.map((generation, i) => ({ generation, share: i === newest ? 1 : 0 }));
}

/** The month from which a generation can be installed in a deal: earlier where an exercised option opens it early. */
function availableFrom(world: World, generation: number, options: readonly OptionMonth[]): number {
  const stated = numberIn(world, at(world.plan.generations, generation).available);
  const early = options
    .filter((option) => option.plan.generation === generation && option.exercisedIn !== null)
    .filter((option) => option.plan.rights === 'early-access')
    .map((option) => stated - numberIn(world, option.plan.earlyMonths));
  return Math.min(stated, ...early);
}

function statedShares(
  world: World,
  deal: DealPlan,
  month: number,
  prices: readonly GenerationPrice[],
  availability: readonly number[],
  isAvailable: readonly boolean[],
): number[] {
  const { mix } = deal;
  switch (mix.kind) {
    case 'none':
      return [];
    case 'schedule': {
      const dates = mix.at.map((slot) => numberIn(world, slot));
      const table = mix.shares.map((row) => row.map((slot) => numberIn(world, slot)));
      return mix.generations.map((_, i) =>
        linearBetween(
          dates,
          table.map((row) => at(row, i)),
          month,
        ),
      );
    }
    case 'succession': {
      const adoption = mix.later.map((takeOver, i) =>
        at(isAvailable, i + 1) ? takenOver(world, takeOver, month) : 0,
      );
      return nortonBassShares([1, ...adoption]);
    }
    case 'choice': {
      const values = mix.generations.map((g) => {
        const chip = at(world.plan.generations, g);
        return effectivePerChip(world, deal, chip) / payable(at(prices, g).net);
      });
      const best = Math.max(...values);
      return mix.generations.map((g, i) => {
        const duration = numberIn(world, at(world.plan.generations, g).supplyRampMonths);
        const supply = duration <= 0 ? 1 : clamp((month + 1 - at(availability, i)) / duration, 0, 1);
        const relative = best > 0 ? at(values, i) / best : 0;
        return supply * relative ** numberIn(world, mix.sensitivity);
      });
    }
  }
}

function takenOver(world: World, { curve }: TakeOver, month: number): number {
  const t = month + 1;
  if (curve.kind === 'bass') {
    const years = (t - numberIn(world, curve.launch)) / 12;
    return bassShare(years, numberIn(world, curve.pPerYear), numberIn(world, curve.qPerYear));
  }
  const midpoint = numberIn(world, curve.midpoint);
  const duration = numberIn(world, curve.takeoverMonths);
  if (duration <= 0) return t >= midpoint ? 1 : 0;
  return logistic(t, midpoint, takeOverSteepness(duration));
}
