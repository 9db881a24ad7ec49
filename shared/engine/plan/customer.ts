import type { Path, Slot } from './input.ts';

/** The customer's own finances; null where the scenario says nothing of them. */
export interface CustomerPlan {
  /** Index in `Plan.parties`. */
  readonly party: number;
  readonly openingCash: Slot | null;
  readonly revenue: RevenuePlan | null;
  /** Other costs as a share of revenue plus a fixed amount per year. */
  readonly otherCostShare: Slot;
  readonly otherCostPerYear: Slot;
  readonly discountRate: Slot;
}

/** Annualised revenue over time. */
export type RevenuePlan =
  | { readonly kind: 'points'; readonly perYear: Path }
  /** Growth per year that fades exponentially towards `finalGrowth` with the given half-life. */
  | {
      readonly kind: 'growth';
      readonly perYearAtStart: Slot;
      readonly growth: Slot;
      readonly finalGrowth: Slot;
      readonly halfLifeMonths: Slot;
    };
