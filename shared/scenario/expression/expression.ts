import type { WrittenDate } from '../quantity/parse-date.ts';
import type { Unit } from '../quantity/unit.ts';

/** Offsets into the text of an expression. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '!=';
export type FunctionName = 'min' | 'max' | 'abs' | 'exp' | 'log' | 'sqrt';

/** The functions of the language, and how many values each takes. */
export const functionArity: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [2, 100],
  max: [2, 100],
  abs: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
};

/** A moment at which a series is read: `at end`, `at 2030-12`. */
export type Moment = { readonly kind: 'end' } | { readonly kind: 'date'; readonly date: WrittenDate };

/** A formula or condition as written, every part with its place. */
export type Expression =
  /** A number as written: the numeral, and the unit with its `k`, `M`, `B` or `T`. */
  | ({
      readonly kind: 'quantity';
      readonly numeral: string;
      readonly unit: Unit;
      readonly text: string;
    } & Span)
  | ({ readonly kind: 'date'; readonly date: WrittenDate; readonly text: string } & Span)
  | ({ readonly kind: 'name'; readonly name: string } & Span)
  | ({ readonly kind: 'negate' | 'not'; readonly operand: Expression } & Span)
  | ({
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    } & Span)
  | ({
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    } & Span)
  | ({
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    } & Span)
  | ({ readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] } & Span)
  /** The operand as it stood (or will stand) at one moment. */
  | ({ readonly kind: 'at'; readonly operand: Expression; readonly moment: Moment } & Span)
  /** The operand some whole months earlier. */
  | ({ readonly kind: 'before'; readonly operand: Expression; readonly months: number } & Span);

/** Why a text is no expression, or one that means nothing; offsets are relative to the text. */
export interface ExpressionFault extends Span {
  readonly code: 'bad-expression' | 'unknown-measure' | 'unit-mismatch' | 'missing-unit' | 'wrong-unit';
  readonly message: string;
  readonly met: string;
  readonly expected: string;
  readonly fix?: { readonly title: string; readonly replacement: string };
}
