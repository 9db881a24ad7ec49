import type { Slot } from './input.ts';

/**
 * A formula over measures, in postfix order, evaluated on a small stack, month by month and lane by lane.
 * A condition is a formula whose result is 1 (holds) or 0. Comparisons with NaN do not hold.
 */
export interface Formula {
  readonly steps: readonly FormulaStep[];
}

export type Condition = Formula;

export type FormulaStep =
  | { readonly op: 'input'; readonly slot: Slot }
  /** A measure at the month of evaluation; `lag` months earlier where stated (0 before the first month). */
  | { readonly op: 'measure'; readonly id: string; readonly lag?: number }
  /** A measure at a fixed month: `at` a slot (months since start), or the end of the horizon where null. */
  | { readonly op: 'measure-at'; readonly id: string; readonly at: Slot | null }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'negate' }
  | { readonly op: 'minimum' | 'maximum' | 'absolute' | 'exp' | 'log' | 'sqrt' }
  | { readonly op: 'less' | 'at-most' | 'greater' | 'at-least' | 'equal' | 'not-equal' }
  | { readonly op: 'and' | 'or' | 'not' };
