import type { Term } from '../quantity/read-term.ts';
import { convertNumeral, isSameKind, noUnit, unitOf } from '../quantity/unit.ts';
import type { Expression } from './expression.ts';

/** Turns a number or date, as written, into a leaf of an expression, in basic units (USD, MW, months …). */
export function literalOf(text: string, term: Term): Expression {
  const { from, to } = term;
  const words = text.slice(from, to);
  if (term.kind === 'date') return { kind: 'date', date: term.date, text: words, from, to };
  const unit = term.unit ?? noUnit;
  const basic = { ...unit, exponent: 0, numerator: 1, denominator: 1 };
  const sized = { ...unit, exponent: unit.exponent + (term.multiple ?? 0) };
  return {
    kind: 'quantity',
    value: convertNumeral(term.numeral, sized, basic),
    unit: basic,
    text: words,
    from,
    to,
  };
}

/** The number of months of a duration, where it is a whole and no negative one; else null. */
export function wholeMonths(term: Term): number | null {
  if (term.kind !== 'amount' || term.unit === null || !isSameKind(term.unit.parts, month.parts)) return null;
  const months = convertNumeral(term.numeral, term.unit, month);
  return Number.isInteger(months) && months >= 0 && months <= 1200 && term.multiple === null ? months : null;
}

const month = unitOf('month');
