import type { Formula } from './condition.ts';
import type { CustomerPlan } from './customer.ts';
import type { DealPlan } from './deal.ts';
import type { GenerationPlan } from './generation.ts';
import type { Correlation, Input, Sampling } from './input.ts';

/**
 * What the engine computes: flat, numeric, in fixed units (USD, MW, W, FLOP/s, months since the start, fractions),
 * with every number a slot in `inputs`. Structured-cloneable. Made only by `shared/scenario/compile`.
 */
export interface Plan {
  readonly start: YearMonth;
  readonly months: number;
  /** First month of the fiscal year, 1…12. */
  readonly fiscalYearStart: number;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly inputs: readonly Input[];
  readonly correlations: readonly Correlation[];
  /** Names of everyone the ledger knows; the customer is `customer.party`. */
  readonly parties: readonly string[];
  readonly generations: readonly GenerationPlan[];
  readonly deals: readonly DealPlan[];
  readonly customer: CustomerPlan;
  readonly measures: readonly CustomMeasure[];
  readonly checks: readonly CheckPlan[];
}

export interface YearMonth {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
}

/** A series defined by the scenario from existing ones, evaluated in the order listed. */
export interface CustomMeasure {
  readonly id: string;
  readonly unit: string;
  readonly formula: Formula;
}

/** A condition that should hold: in every month from `fromMonth` (a whole number) to the last, or at that month only. */
export interface CheckPlan {
  readonly key: string;
  readonly holds: Formula;
  readonly when: { readonly kind: 'always' } | { readonly kind: 'at'; readonly month: number };
}
