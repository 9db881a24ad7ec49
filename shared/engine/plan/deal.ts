import type { CapitalPlan } from './capital.ts';
import type { Path, Slot } from './input.ts';

/** One deal between the customer and one provider. Slots that do not apply are null. */
export interface DealPlan {
  readonly key: string;
  /** Index in `Plan.parties`. */
  readonly provider: number;
  /** Month in which the deal is signed: contracted power counts from here. */
  readonly signed: Slot;
  readonly capacity: CapacityPlan;
  readonly mix: MixPlan;
  readonly consumption: ConsumptionPlan;
  readonly commitment: CommitmentPlan | null;
  readonly capital: CapitalPlan;
  readonly options: readonly OptionPlan[];
  readonly economics: EconomicsPlan;
}

/** Phases of power and the rules they share. All power in MW of the stated basis. */
export interface CapacityPlan {
  /** Null where no ceiling is stated. */
  readonly ceilingMw: Slot | null;
  /** 1 where stated power is facility power, 0 where it is IT power (may be uncertain). */
  readonly isFacilityBasis: Slot;
  readonly pue: Slot;
  /** Average draw over capacity, for energy. */
  readonly averageDraw: Slot;
  /** Months that shift every phase of the deal. */
  readonly slipMonths: Slot;
  /** Share of online power that the customer's work really uses. */
  readonly usage: Slot;
  readonly phases: readonly PhasePlan[];
}

export interface PhasePlan {
  readonly key: string;
  readonly powerMw: Slot;
  /** Months since the start. */
  readonly energise: Slot;
  readonly slipMonths: Slot;
  readonly rampMonths: Slot;
  /** Bass uses `bassP` and `bassQ` per ramp (x runs from 0 to 1), normalised so that f(1) = 1. */
  readonly shape: 'step' | 'linear' | 's-curve' | 'bass';
  readonly bassP: Slot;
  readonly bassQ: Slot;
  /** 1 where the phase is cancelled in this draw. */
  readonly isCancelled: Slot;
}

/** How newly available power is filled by generations. Indices point into `Plan.generations`. */
export type MixPlan =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'schedule';
      /** Months since the start, increasing. */
      readonly at: readonly Slot[];
      readonly generations: readonly number[];
      /** `shares[d][i]` is the share of `generations[i]` at date `d`. */
      readonly shares: readonly (readonly Slot[])[];
    }
  | {
      readonly kind: 'succession';
      /** Oldest first; the first has no take-over. */
      readonly first: number;
      readonly later: readonly TakeOver[];
    }
  | {
      readonly kind: 'choice';
      readonly generations: readonly number[];
      /** Exponent on effective compute per dollar. */
      readonly sensitivity: Slot;
    };

export interface TakeOver {
  readonly generation: number;
  readonly curve:
    | { readonly kind: 'logistic'; readonly midpoint: Slot; readonly takeoverMonths: Slot }
    | { readonly kind: 'bass'; readonly launch: Slot; readonly pPerYear: Slot; readonly qPerYear: Slot };
}

export interface ConsumptionPlan {
  readonly isReserved: boolean;
  /** Share of work that is training. */
  readonly trainingShare: Slot;
  /** Extra discount of this deal on the price of every generation (fraction of the generation's own net price). */
  readonly discount: Slot;
  /** Other services, each a share on top of accelerator consumption. */
  readonly services: readonly { readonly key: string; readonly share: Slot; readonly eligible: Slot }[];
  /** Share of accelerator consumption that counts towards the commitment. */
  readonly eligible: Slot;
}

export interface CommitmentPlan {
  readonly amount: Slot;
  /** Months since the start at which the term begins. */
  readonly begins: Slot;
  readonly termMonths: Slot;
  readonly ramp: RampPlan;
  /** Fraction of what is committed that must be taken or paid for. */
  readonly takeOrPay: Slot;
  readonly settle: 'annual' | 'term';
  /** Over-consumption carried forward: largest share of the following year's due it may cover, and its age limit. */
  readonly carryForwardLimit: Slot;
  readonly carryForwardMonths: Slot;
  /** Months after which make-up credit from a paid shortfall expires; 0 means none is given. */
  readonly makeUpMonths: Slot;
}

/** Cumulative fraction committed, F(x), with x = elapsed / term in 0…1, F(0)=0, F(1)=1. */
export type RampPlan =
  | { readonly kind: 'linear' }
  | { readonly kind: 's-curve'; readonly midpoint: Slot; readonly steepness: Slot }
  | { readonly kind: 'annual'; readonly shares: readonly Slot[] }
  | { readonly kind: 'growth'; readonly perYear: Slot }
  | { readonly kind: 'points'; readonly path: Path };

export interface OptionPlan {
  readonly key: string;
  readonly generation: number;
  readonly powerMw: Slot;
  readonly opens: Slot;
  readonly closes: Slot;
  readonly noticeMonths: Slot;
  readonly rampMonths: Slot;
  readonly rights: 'amount' | 'early-access' | 'first-refusal' | 'price-only';
  /** Price under the option as a fraction of the generation's list price at exercise. */
  readonly priceFactor: Slot;
  /** Exercised when effective compute per dollar is at least this multiple of the best alternative. */
  readonly threshold: Slot;
  /** Months before general availability at which early access starts. */
  readonly earlyMonths: Slot;
  /** 1 where capacity is offered in this draw (first refusal: somebody else may not want it). */
  readonly isOffered: Slot;
  readonly isWithinCeiling: boolean;
}

/** The provider's side of a deal. */
export interface EconomicsPlan {
  readonly capexPerItMw: Slot;
  /** Cash margin on billed spend, before depreciation. */
  readonly margin: Slot;
  readonly discountRate: Slot;
  /** The provider's total revenue per year, for share of revenue; null where unknown. */
  readonly providerRevenuePerYear: Path | null;
  /** The provider's share of the customer and the customer's valuation over time; null where not marked. */
  readonly stake: { readonly share: Slot; readonly valuation: Path } | null;
}
