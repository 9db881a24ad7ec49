import type { Condition } from './condition.ts';
import type { Path, Slot } from './input.ts';

/** Every instrument by which money or rights move from a party to the customer. */
export interface CapitalPlan {
  readonly instruments: readonly InstrumentPlan[];
}

interface InstrumentBase {
  readonly key: string;
  /** Index in `Plan.parties` of who pays. */
  readonly from: number;
  /** Credits pay the cloud bill instead of arriving as cash. */
  readonly form: 'cash' | 'credits';
}

export type InstrumentPlan =
  /** Paid before the scenario starts: counts in cumulative capital, moves no cash inside the horizon. */
  | (InstrumentBase & { readonly kind: 'paid-in'; readonly amount: Slot })
  | (InstrumentBase & { readonly kind: 'dated'; readonly amount: Slot; readonly on: Slot })
  | (InstrumentBase & MilestonePlan)
  | (InstrumentBase & FacilityPlan)
  | (InstrumentBase & WarrantPlan);

export interface MilestonePlan {
  readonly kind: 'milestone';
  readonly amount: Slot;
  readonly when: Condition;
  /** Earliest and latest month of payment; after `until` an unmet tranche lapses. Null where open. */
  readonly notBefore: Slot | null;
  readonly until: Slot | null;
  /** 1 where the investor waives the condition in this draw; then it pays at `waivedOn`. */
  readonly isWaived: Slot;
  readonly waivedOn: Slot;
}

export interface FacilityPlan {
  readonly kind: 'facility';
  readonly cap: Slot;
  /**
   * Availability as delivered power (the deal's online MW, stated basis) passes `fromMw`:
   * `amountPerStep` for each `perMw` delivered beyond `fromMw`, in whole steps or continuously.
   */
  readonly available: {
    readonly fromMw: Slot;
    readonly perMw: Slot;
    readonly amountPerStep: Slot;
    readonly isStepwise: boolean;
  };
  readonly draw:
    | { readonly kind: 'when-available' }
    | { readonly kind: 'never' }
    /** Draws what brings the customer's cash back to `cashBelow`. */
    | { readonly kind: 'when-needed'; readonly cashBelow: Slot }
    /** Cumulative target drawn at dates, as far as available. */
    | { readonly kind: 'schedule'; readonly path: Path };
  /** Later rounds the investor joins instead; each pays in and reduces the cap dollar for dollar. */
  readonly participations: readonly { readonly key: string; readonly amount: Slot; readonly on: Slot }[];
  /** Null where it never expires. `happens` is 1 where the event takes place in this draw. */
  readonly expires: { readonly event: Slot; readonly happens: Slot; readonly afterMonths: Slot } | null;
}

/** Warrants on the payer's shares that vest on deployment; a non-cash right. */
export interface WarrantPlan {
  readonly kind: 'warrant';
  readonly shares: Slot;
  readonly strike: Slot;
  readonly sharePrice: Path;
  readonly vest: { readonly fromMw: Slot; readonly perMw: Slot; readonly sharesPerStep: Slot };
}
