import type { OptionPlan } from '#shared/engine/plan/deal.ts';

/** One option in one month. */
export interface OptionMonth {
  readonly plan: OptionPlan;
  /** Null while it has not been exercised. */
  readonly exercisedIn: number | null;
  /** USD per chip-hour fixed at exercise; null before. */
  readonly price: number | null;
  /** MW: promised, energised, and online before any ceiling. */
  readonly contracted: number;
  readonly energised: number;
  readonly power: number;
}
