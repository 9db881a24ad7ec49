import type { KeyedPlan } from './keyed-plan.ts';

/** What is known of a simulation before the first draw. */
export interface PreparedSimulation {
  readonly months: number;
  /** The measures asked for, as far as the scenario has them. */
  readonly measures: readonly string[];
  readonly checks: readonly string[];
  readonly draws: number;
  /** Relative error at which the run may stop by itself, or 0. */
  readonly settleAt: number;
}

/** A simulation of which every thread can make draws. */
export interface DrawableSimulation extends PreparedSimulation {
  readonly plan: KeyedPlan;
}
