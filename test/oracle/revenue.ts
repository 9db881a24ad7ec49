import type { RevenuePlan } from '#shared/engine/plan/customer.ts';
import { numberIn, pathAt, type World } from './world.ts';

/** The customer's revenue per year at a moment, months since the start. */
export function revenuePerYear(world: World, plan: RevenuePlan, month: number): number {
  if (plan.kind === 'points') return pathAt(world, plan.perYear, month);
  const multiple = fadingGrowth(
    month,
    numberIn(world, plan.growth),
    numberIn(world, plan.finalGrowth),
    numberIn(world, plan.halfLifeMonths),
  );
  return numberIn(world, plan.perYearAtStart) * multiple;
}

/**
 * How many times over revenue has grown after `month` months, when its continuous rate a year goes from ln(1 + growth)
 * to ln(1 + finalGrowth) and the distance halves every `halfLife` months: the exponential of the rate's integral.
 */
export function fadingGrowth(month: number, growth: number, finalGrowth: number, halfLife: number): number {
  const first = Math.log(1 + growth);
  const last = Math.log(1 + finalGrowth);
  const faded = halfLife <= 0 ? 0 : ((1 - 2 ** (-month / halfLife)) * halfLife) / Math.LN2;
  return Math.exp((last * month + (first - last) * faded) / 12);
}
