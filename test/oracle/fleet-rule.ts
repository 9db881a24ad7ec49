import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { GenerationPlan } from '#shared/engine/plan/generation.ts';
import { at, sum, sumOf } from './at.ts';
import type { CapacityMonth } from './capacity-rule.ts';
import { installShares } from './mix-rule.ts';
import type { OptionMonth } from './option-month.ts';
import type { GenerationPrice } from './price-rule.ts';
import { numberIn, type World } from './world.ts';

/** The chips of one deal; lists run over the plan's generations, power is IT power. */
export interface FleetMonth {
  /** Power of the vintage of this month: in month 0 with the power that was online before it. */
  readonly installed: readonly number[];
  readonly power: readonly number[];
  readonly chips: readonly number[];
  /** Chips at the end of the month before. */
  readonly chipsBefore: readonly number[];
  /** Chips installed during the month. */
  readonly newChips: readonly number[];
  /** Power that waits for a generation to become available. */
  readonly unfilled: number;
}

/** Model section 3: vintages are installed, live their life and are replaced. */
export function fleetMonth(
  world: World,
  deal: DealPlan,
  month: number,
  capacity: CapacityMonth,
  prices: readonly GenerationPrice[],
  options: readonly OptionMonth[],
  past: readonly FleetMonth[],
): FleetMonth {
  const { generations } = world.plan;
  const shares = installShares(world, deal, month, prices, options);
  const fill = (power: number) =>
    generations.map((_, g) => {
      const named = (shares ?? []).filter(({ generation }) => generation === g);
      return power * sumOf(named, ({ share }) => share);
    });

  const opening = month === 0 ? capacity.onlineItBefore : 0;
  const openingPower = fill(opening);
  const previous = past[month - 1];
  const powerBefore = previous?.power ?? openingPower;
  const waiting = month === 0 ? (shares === null ? opening : 0) : (previous?.unfilled ?? 0);

  const lives = generations.map((chip) => lifeOf(world, chip));
  const retired = lives.map((life, g) => past[month - life]?.installed[g] ?? 0);
  const toFill = capacity.newItByMix + sum(retired) + waiting;
  const byMix = fill(toFill);
  const byOption = generations.map((_, g) =>
    sumOf(options, (option, i) => (option.plan.generation === g ? at(capacity.newItByOption, i) : 0)),
  );
  const added = generations.map((_, g) => at(byMix, g) + at(byOption, g));
  const installed = generations.map((_, g) => at(openingPower, g) + at(added, g));
  const vintages = [...past.map((earlier) => earlier.installed), installed];
  const power = lives.map((life, g) =>
    sumOf(vintages, (vintage, since) => (month - since < life ? at(vintage, g) : 0)),
  );

  const chipsFrom = (megawatts: number, g: number) => {
    const watts = numberIn(world, at(generations, g).itPowerWatts);
    return watts <= 0 ? 0 : (megawatts * 1e6) / watts;
  };
  return {
    installed,
    power,
    chips: power.map(chipsFrom),
    chipsBefore: powerBefore.map(chipsFrom),
    newChips: added.map(chipsFrom),
    unfilled: shares === null ? toFill : 0,
  };
}

/** Whole months a chip serves, half a month counting as one. */
function lifeOf(world: World, chip: GenerationPlan): number {
  return Math.max(1, Math.floor(numberIn(world, chip.lifeMonths) + 0.5));
}
