import type { YearMonth } from './plan/plan.ts';

/**
 * How a measure behaves over time. Flows are totals of a month and have a `.cumulative` twin; stocks stand at the end of
 * the month; ratios are recomputed when rolled up, never averaged; outcomes are one number for the whole path, repeated
 * in every month.
 */
export type MeasureKind = 'flow' | 'stock' | 'ratio' | 'outcome';

/** What a measure is: stable for ever once released. */
export interface MeasureInfo {
  readonly id: string;
  readonly label: string;
  /** `USD`, `MW`, `MWh`, `chips`, `FLOP/s`, `H100e`, `months`, `month` (months since the start), `1` … */
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly meaning: string;
  readonly formula: string;
  /** For ratios that are a quotient of two measures: the ids to roll up and divide. */
  readonly quotient?: { readonly of: string; readonly by: string };
  /** Of those in `month`: true where the month meant begins at the value, as that of a payment does; elsewhere it ends there. */
  readonly isBeginning?: true;
}

/** One measure over the months of the horizon; NaN where there is no answer. */
export interface Series {
  readonly info: MeasureInfo;
  readonly values: Float64Array;
}

/** Every month's flow of one kind between two parties (indices into `parties`), USD. */
export interface LedgerFlow {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  /** The deal it belongs to, or null. */
  readonly deal: string | null;
  readonly isCash: boolean;
  readonly values: Float64Array;
}

/** Something that happens at a month on the central path: a phase energised, a tranche paid, a commitment met. */
export interface Mark {
  readonly kind:
    | 'phase'
    | 'tranche'
    | 'facility'
    | 'commitment'
    | 'ceiling'
    | 'option'
    | 'generation'
    | 'payback';
  readonly key: string;
  readonly deal: string | null;
  /** Months since the start; may be fractional. */
  readonly month: number;
}

/** Whether one check holds on a path, and the first month in which it does not. */
export interface CheckResult {
  readonly key: string;
  readonly holds: boolean;
  readonly firstBrokenMonth: number | null;
}

/** The central path: every input at its median. */
export interface Projection {
  readonly start: YearMonth;
  readonly months: number;
  readonly parties: readonly string[];
  readonly series: readonly Series[];
  readonly ledger: readonly LedgerFlow[];
  readonly marks: readonly Mark[];
  readonly checks: readonly CheckResult[];
}
