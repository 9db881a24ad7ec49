import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Family, ParameterKey } from './family.ts';

/** One number of a distribution as it stands in the words of a quantity. */
export interface Parameter {
  readonly key: ParameterKey;
  /** Which value or weight of several it is, from 0. */
  readonly index: number;
  readonly dimension: Dimension;
  /** Where it stands in the words; both ends the same where it is not written. */
  readonly from: number;
  readonly to: number;
  /** Written before the number where it is not there yet: `, at most `; null where it is written. */
  readonly lead: string | null;
  /** In the fixed unit of its dimension; NaN where it is not written. */
  readonly value: number;
  readonly spelling: Spelling;
}

/** How a number is spelt: what stands around it, its own or lent by a neighbour, and how much one of it is. */
export type Spelling =
  | {
      readonly kind: 'amount';
      readonly before: string;
      readonly after: string;
      /** Fixed units of the dimension per one as written. */
      readonly scale: number;
      /** False where the unit stands with a neighbour. */
      readonly hasOwnUnit: boolean;
    }
  | { readonly kind: 'date'; readonly by: 'month' | 'day' };

/** The words of a quantity, taken apart into the numbers that may be changed one by one. */
export interface Spread {
  readonly text: string;
  readonly dimension: Dimension;
  readonly start: YearMonth;
  readonly family: Family;
  readonly parameters: readonly Parameter[];
}
