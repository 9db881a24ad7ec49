import { sumOf } from './at.ts';
import { revenuePerYear } from './revenue.ts';
import { numberIn, type World } from './world.ts';

/** The customer's income and costs of a month that do not depend on its deals. */
export interface CustomerFlows {
  readonly revenue: number;
  readonly otherCosts: number;
}

export interface CustomerMonth extends CustomerFlows {
  readonly cash: number;
  readonly runway: number;
}

/** Revenue at the middle of the month, and what else the customer spends. */
export function customerFlows(world: World, month: number): CustomerFlows {
  const { revenue: plan, otherCostShare, otherCostPerYear } = world.plan.customer;
  const revenue = plan === null ? 0 : revenuePerYear(world, plan, month + 0.5) / 12;
  return {
    revenue,
    otherCosts: numberIn(world, otherCostShare) * revenue + numberIn(world, otherCostPerYear) / 12,
  };
}

/** The customer's cash before month 0; NaN where the scenario says nothing of it. */
export function openingCash(world: World): number {
  const slot = world.plan.customer.openingCash;
  return slot === null ? Number.NaN : numberIn(world, slot);
}

/** Cash at the end of each month so far, given that of this month. */
export function customerMonth(
  world: World,
  flows: CustomerFlows,
  capitalCash: number,
  cashBilled: number,
  past: readonly CustomerMonth[],
): CustomerMonth {
  const opening = openingCash(world);
  const before = past[past.length - 1]?.cash ?? opening;
  const cash = before + flows.revenue - flows.otherCosts + capitalCash - cashBilled;
  const path = [opening, ...past.map((month) => month.cash), cash];
  return { ...flows, cash, runway: runway(path) };
}

/** Cash that falls by less than this share of itself in a month is held level, to the last bit. */
const LEAST_BURN = 1e-9;

/** Months until the cash is gone at the average net burn of the last three months. */
export function runway(cashPath: readonly number[]): number {
  const recent = cashPath.slice(-4);
  const now = recent[recent.length - 1] ?? Number.NaN;
  if (now <= 0) return 0;
  const burns = recent.slice(1).map((cash, i) => (recent[i] ?? Number.NaN) - cash);
  const averageBurn = sumOf(burns, (burn) => burn) / burns.length;
  return averageBurn > LEAST_BURN * now ? now / averageBurn : Number.NaN;
}
