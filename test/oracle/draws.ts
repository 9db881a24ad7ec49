import { median, quantile } from '#shared/engine/distribution/quantile.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { newDice } from './draft.ts';

/** The medians of a plan's inputs, and after them draws in which each input falls by itself. */
export function someDraws(plan: Plan, count: number): number[][] {
  const dice = newDice(plan.seed);
  return Array.from({ length: count }, (_, i) =>
    plan.inputs.map(({ distribution }) =>
      i === 0 ? median(distribution) : quantile(distribution, 0.001 + 0.998 * dice.roll()),
    ),
  );
}
