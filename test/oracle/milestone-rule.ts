import type { MilestonePlan } from '#shared/engine/plan/capital.ts';
import type { CapitalView } from './capital-view.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { isTrue, numberIn, type World } from './world.ts';

/** A tranche that pays once: when its condition first holds inside its window, or when the investor waives it. */
export function milestoneMonth(
  world: World,
  plan: MilestonePlan,
  view: CapitalView,
  before: InstrumentMonth,
): InstrumentMonth {
  const amount = numberIn(world, plan.amount);
  const { month } = view;
  const waivedIn = isTrue(world, plan.isWaived)
    ? Math.max(0, Math.floor(numberIn(world, plan.waivedOn)))
    : null;
  if (before.isSpent) return { ...before, mostToCome: amount, paid: 0 };

  const isEarlyEnough = plan.until === null || month <= Math.floor(numberIn(world, plan.until));
  const isLateEnough = plan.notBefore === null || month >= Math.floor(numberIn(world, plan.notBefore));
  const isEarned = isEarlyEnough && isLateEnough && view.holds(plan.when);
  const pays = isEarned || month === waivedIn;
  return { ...before, mostToCome: amount, isSpent: pays, paid: pays ? amount : 0 };
}
