import type { Distribution } from '#shared/engine/plan/distribution.ts';

/**
 * What a quantity measures. The fixed unit of each is the plan's: USD, MW, months, months since the start, fractions …
 */
export type Dimension =
  | 'money'
  | 'power'
  | 'chip-power'
  | 'duration'
  | 'date'
  | 'share'
  | 'rate-per-year'
  | 'multiple'
  | 'number'
  | 'compute'
  | 'chips'
  | 'shares'
  | 'money-per-chip-hour'
  | 'money-per-year'
  | 'money-per-power'
  | 'money-per-chip'
  | 'money-per-share'
  | 'money-per-power-year'
  | 'energy'
  | 'compute-per-money'
  | 'probability';

/** A quantity as read from text: how it is distributed, in the fixed unit of its dimension. */
export interface Quantity {
  readonly dimension: Dimension;
  readonly distribution: Distribution;
  /** The words as written. */
  readonly text: string;
  /** `up to`, `more than`, `at least`, `about`, `nearly`: kept and shown, the number is used. */
  readonly qualifier: string | null;
}

/** Why a text is not the quantity asked for; offsets are relative to the text. */
export interface QuantityFault {
  readonly code:
    | 'not-a-quantity'
    | 'wrong-unit'
    | 'missing-unit'
    | 'bad-distribution'
    | 'out-of-range'
    | 'bad-date';
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly met: string;
  readonly expected: string;
  readonly fix?: { readonly title: string; readonly replacement: string };
}
