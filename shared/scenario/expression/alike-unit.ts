import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { describeDimension, dimensions, wordsForParts } from '../quantity/dimensions.ts';
import type { Unit } from '../quantity/unit.ts';
import { isSameKind } from '../quantity/unit.ts';
import type { Expression, ExpressionFault } from './expression.ts';
import { isBare, isBareZero } from './literal.ts';

/** A part of an expression with the unit it was found to have. */
export interface Side {
  readonly part: Expression;
  readonly unit: Unit;
}

/** Tells the unit two sides share, or the fault that they share none; a bare 0 is nothing of anything. */
export function alikeUnit(left: Side, right: Side, verb: string): Outcome<Unit, ExpressionFault> {
  const [x, y] = [left.unit, right.unit];
  if (isBareZero(right.part)) return ok(x);
  if (isBareZero(left.part)) return ok(y);
  // A measure keeps its own unit; a number written beside it is converted.
  if (isSameKind(x.parts, y.parts)) return ok(left.part.kind === 'quantity' ? y : x);
  if (isBare(left.part)) return missingUnit(left, y);
  if (isBare(right.part)) return missingUnit(right, x);
  const [first, second] = [wordsForParts(x.parts), wordsForParts(y.parts)];
  const message = `${first} and ${second} cannot be ${verb}.`;
  const { from } = left.part;
  const { to } = right.part;
  return fail({
    code: 'unit-mismatch',
    from,
    to,
    message: message.charAt(0).toUpperCase() + message.slice(1),
    met: second,
    expected: first,
  });
}

function missingUnit({ part }: Side, other: Unit): Outcome<never, ExpressionFault> {
  const met = wordsOf(part);
  const dimension = dimensions.find((name) => isSameKind(describeDimension(name).fixed.parts, other.parts));
  const example = dimension === undefined ? '' : `, such as ${describeDimension(dimension).example}`;
  const expected = `${wordsForParts(other.parts)}${example}`;
  const message = `"${met}" has no unit; expected ${expected}.`;
  return fail({ code: 'missing-unit', from: part.from, to: part.to, message, met, expected });
}

/** Makes the fault that a part of an expression does not fit. */
export function faultIn(
  part: Expression,
  code: ExpressionFault['code'],
  message: string,
  expected: string,
): Outcome<never, ExpressionFault> {
  return fail({ code, from: part.from, to: part.to, message, met: wordsOf(part), expected });
}

function wordsOf(part: Expression): string {
  if (part.kind === 'name') return part.name;
  return part.kind === 'quantity' || part.kind === 'date' ? part.text : `a ${kinds[part.kind]}`;
}

const kinds = {
  negate: 'calculation',
  arithmetic: 'calculation',
  call: 'calculation',
  not: 'condition',
  comparison: 'condition',
  logic: 'condition',
  at: 'value at a moment',
  before: 'value at an earlier month',
} as const;
