import type { DealPlan, OptionPlan } from '#shared/engine/plan/deal.ts';
import { at } from './at.ts';
import { effectivePerChip, generationsOfMix } from './chip.ts';
import { linearRamp } from './curves.ts';
import type { OptionMonth } from './option-month.ts';
import { type GenerationPrice, ownPrice, payable } from './price-rule.ts';
import { isTrue, numberIn, type World } from './world.ts';

/** Model section 8: each option that is open is exercised as soon as its rule says so. */
export function optionsOfMonth(
  world: World,
  deal: DealPlan,
  month: number,
  prices: readonly GenerationPrice[],
  previous: readonly OptionMonth[],
): OptionMonth[] {
  const options = [...previous];
  deal.options.forEach((plan, i) => {
    const before = options[i];
    const isExercisedBefore = before !== undefined && before.exercisedIn !== null;
    const isExercisedNow = !isExercisedBefore && isExercised(world, deal, plan, month, prices);
    const exercisedIn = isExercisedNow ? month : (before?.exercisedIn ?? null);
    const price = isExercisedNow
      ? at(prices, plan.generation).listed * numberIn(world, plan.priceFactor)
      : (before?.price ?? null);
    options[i] = { plan, exercisedIn, price, ...optionPower(world, plan, exercisedIn, month) };
  });
  return options;
}

function isExercised(
  world: World,
  deal: DealPlan,
  option: OptionPlan,
  month: number,
  prices: readonly GenerationPrice[],
): boolean {
  const isTwisted = world.twist?.deal === deal.key && world.twist.option === option.key;
  if (isTwisted && world.twist?.kind === 'without-option') return false;
  if (month < Math.floor(numberIn(world, option.opens))) return false;
  if (month > Math.floor(numberIn(world, option.closes))) return false;
  if (option.rights === 'first-refusal' && !isTrue(world, option.isOffered)) return false;

  const chip = at(world.plan.generations, option.generation);
  const early = option.rights === 'early-access' ? numberIn(world, option.earlyMonths) : 0;
  const firstPowered = Math.floor(month + numberIn(world, option.noticeMonths));
  if (numberIn(world, chip.available) - early > firstPowered) return false;
  if (isTwisted && world.twist?.kind === 'exercise-at-once') return true;

  const alternatives = generationsOfMix(deal.mix)
    .filter((g) => g !== option.generation)
    .filter((g) => month >= numberIn(world, at(world.plan.generations, g).available))
    .map((g) => {
      const price = ownPrice(world, deal, at(prices, g).net);
      return effectivePerChip(world, deal, at(world.plan.generations, g)) / payable(price);
    });
  if (alternatives.length === 0) return true;

  const optionPrice = at(prices, option.generation).listed * numberIn(world, option.priceFactor);
  const offered = effectivePerChip(world, deal, chip) / payable(optionPrice);
  return offered >= numberIn(world, option.threshold) * Math.max(...alternatives);
}

function optionPower(
  world: World,
  option: OptionPlan,
  exercisedIn: number | null,
  month: number,
): { contracted: number; energised: number; power: number } {
  if (exercisedIn === null || option.rights === 'price-only')
    return { contracted: 0, energised: 0, power: 0 };
  const contracted = numberIn(world, option.powerMw);
  const elapsed = month + 1 - (exercisedIn + numberIn(world, option.noticeMonths));
  return {
    contracted,
    energised: elapsed > 0 ? contracted : 0,
    power: contracted * linearRamp(elapsed, numberIn(world, option.rampMonths)),
  };
}
