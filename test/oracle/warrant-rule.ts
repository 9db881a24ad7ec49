import type { WarrantPlan } from '#shared/engine/plan/capital.ts';
import type { CapitalView } from './capital-view.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { numberIn, pathAt, type World } from './world.ts';

/** Warrants vest in whole steps of delivered power and are worth what the share price stands above the strike. */
export function warrantMonth(
  world: World,
  plan: WarrantPlan,
  view: CapitalView,
  before: InstrumentMonth,
): InstrumentMonth {
  const { fromMw, perMw, sharesPerStep } = plan.vest;
  const steps = wholeSteps(view.delivered, numberIn(world, fromMw), numberIn(world, perMw));
  const vested = Math.min(numberIn(world, plan.shares), numberIn(world, sharesPerStep) * steps);
  const gain = Math.max(0, pathAt(world, plan.sharePrice, view.month) - numberIn(world, plan.strike));
  return {
    ...before,
    vestedShares: vested,
    warrantValue: vested * gain,
    newWarrantValue: (vested - before.vestedShares) * gain,
  };
}

/** Steps earned by delivery: the first on reaching `from`, another for each further `per`. */
export function wholeSteps(delivered: number, from: number, per: number): number {
  if (delivered < from) return 0;
  return per <= 0 ? 1 : 1 + Math.floor((delivered - from) / per + 1e-9);
}
