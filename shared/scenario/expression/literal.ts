import type { Term } from '../quantity/read-term.ts';
import type { Unit } from '../quantity/unit.ts';
import { convertNumeral, isSameKind, noUnit, unitOf } from '../quantity/unit.ts';
import type { Expression } from './expression.ts';

/** A number of an expression. */
export type Literal = Extract<Expression, { kind: 'quantity' }>;

/** Turns a number or date, as written, into a leaf of an expression. */
export function literalOf(text: string, term: Term): Expression {
  const { from, to } = term;
  const words = text.slice(from, to);
  if (term.kind === 'date') return { kind: 'date', date: term.date, text: words, from, to };
  const unit = term.unit ?? noUnit;
  const sized = { ...unit, exponent: unit.exponent + (term.multiple ?? 0) };
  return { kind: 'quantity', numeral: term.numeral, unit: sized, text: words, from, to };
}

/** The value of a literal in another unit of the same kind, rounded once at most. */
export function valueIn(literal: Literal, unit: Unit): number {
  return convertNumeral(literal.numeral, literal.unit, unit);
}

/** True for a bare 0, which is nothing of anything and needs no unit. */
export function isBareZero(expression: Expression): boolean {
  return isBare(expression) && Number(expression.numeral) === 0;
}

/** True for a number without a unit. */
export function isBare(expression: Expression): expression is Literal {
  return expression.kind === 'quantity' && isSameKind(expression.unit.parts, noUnit.parts);
}

/** The basic unit of the same kind: USD, MW, months … */
export function basicUnit(unit: Unit): Unit {
  return { ...unit, exponent: 0, numerator: 1, denominator: 1 };
}

const month = unitOf('month');

/** The number of months of a duration, where it is a whole and no negative one; else null. */
export function wholeMonths(term: Term): number | null {
  if (term.kind !== 'amount' || term.unit === null || !isSameKind(term.unit.parts, month.parts)) return null;
  const months = convertNumeral(term.numeral, term.unit, month);
  return Number.isInteger(months) && months >= 0 && months <= 1200 && term.multiple === null ? months : null;
}
