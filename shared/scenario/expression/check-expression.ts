import { unreachable } from '#shared/base/assert.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { describeDimension, dimensions, wordsForParts } from '../quantity/dimensions.ts';
import type { Unit } from '../quantity/unit.ts';
import { combineUnits, isSameKind, noUnit, raiseUnit, unitOf } from '../quantity/unit.ts';
import type { Expression, ExpressionFault, Span } from './expression.ts';
import type { MeasureFacts } from './measure-name.ts';
import { findMeasure } from './measure-name.ts';
import { instant, measureUnit } from './measure-unit.ts';

/** What an expression may speak of. */
export interface ExpressionScope {
  /** Every measure by its id, and the names of measures defined by the scenario. */
  readonly measures: ReadonlyMap<string, MeasureFacts>;
}

/** What an expression gives: a number in some unit, or yes and no. */
export type ExpressionType =
  | { readonly kind: 'number'; readonly unit: Unit }
  | { readonly kind: 'condition' };

type Checked = Outcome<ExpressionType, ExpressionFault>;

/** Checks names and units of an expression and tells what it gives; a fault says which part does not fit and why. */
export function checkExpression(expression: Expression, scope: ExpressionScope): Checked {
  switch (expression.kind) {
    case 'quantity':
      return number(expression.unit);
    case 'date':
      return number(instant);
    case 'name': {
      const id = findMeasure(expression.name, expression, scope.measures);
      return id.ok ? number(basic(measureUnit(scope.measures.get(id.value)?.unit ?? '1'))) : id;
    }
    case 'negate':
      return checkNumber(expression.operand, scope);
    case 'not': {
      const operand = checkCondition(expression.operand, scope);
      return operand.ok ? condition : operand;
    }
    case 'arithmetic':
      return checkArithmetic(expression, scope);
    case 'comparison': {
      const sides = checkAlike(expression.left, expression.right, scope, 'compared');
      return sides.ok ? condition : sides;
    }
    case 'logic': {
      const left = checkCondition(expression.left, scope);
      if (!left.ok) return left;
      const right = checkCondition(expression.right, scope);
      return right.ok ? condition : right;
    }
    case 'call':
      return checkCall(expression, scope);
    case 'at':
    case 'before':
      return checkMoment(expression, scope);
    default:
      return unreachable(expression);
  }
}

const condition: Checked = ok({ kind: 'condition' });

function number(unit: Unit): Checked {
  return ok({ kind: 'number', unit });
}

/** Expressions compute in basic units, so sizes play no part in checking. */
function basic(unit: Unit): Unit {
  return { ...unit, exponent: 0, numerator: 1, denominator: 1 };
}

type CheckedNumber = Outcome<Extract<ExpressionType, { kind: 'number' }>, ExpressionFault>;

function checkNumber(expression: Expression, scope: ExpressionScope): CheckedNumber {
  const checked = checkExpression(expression, scope);
  if (!checked.ok) return checked;
  if (checked.value.kind === 'number') return ok(checked.value);
  const message = 'This is a condition (yes or no), where a number is needed.';
  return fault(expression, 'bad-expression', message, 'a number', expression);
}

function checkCondition(expression: Expression, scope: ExpressionScope): Checked {
  const checked = checkExpression(expression, scope);
  if (!checked.ok || checked.value.kind === 'condition') return checked;
  const message = 'This is a number, where a condition (yes or no) is needed; compare it with something.';
  return fault(
    expression,
    'bad-expression',
    message,
    'a comparison such as "capacity.online >= 1 GW"',
    expression,
  );
}

function checkArithmetic(expression: Expression & { kind: 'arithmetic' }, scope: ExpressionScope): Checked {
  const { operator, left, right } = expression;
  if (operator === '^') return checkPower(expression, scope);
  if (operator === '+' || operator === '-') return checkSum(expression, scope);
  const a = checkNumber(left, scope);
  if (!a.ok) return a;
  const b = checkNumber(right, scope);
  if (!b.ok) return b;
  for (const [side, { unit }] of [
    [left, a.value],
    [right, b.value],
  ] as const) {
    if (isSameKind(unit.parts, instant.parts)) {
      return fault(
        side,
        'unit-mismatch',
        'A date cannot be multiplied or divided.',
        'a number that is no date',
        side,
      );
    }
  }
  return number(combineUnits(a.value.unit, b.value.unit, operator === '*' ? 1 : -1));
}

const month = unitOf('month');

/** Dates may be moved by a duration, and two dates lie a duration apart; all else must be alike. */
function checkSum(expression: Expression & { kind: 'arithmetic' }, scope: ExpressionScope): Checked {
  const { operator, left, right } = expression;
  const a = checkNumber(left, scope);
  if (!a.ok) return a;
  const b = checkNumber(right, scope);
  if (!b.ok) return b;
  const isDate = [a, b].map(({ value }) => isSameKind(value.unit.parts, instant.parts));
  const isDuration = [a, b].map(({ value }) => isSameKind(value.unit.parts, month.parts));
  if (isDate[0] && isDate[1] && operator === '-') return number(month);
  if (isDate[0] && isDuration[1]) return number(instant);
  if (isDuration[0] && isDate[1] && operator === '+') return number(instant);
  if (isDate[0] && isDate[1]) {
    return fault(
      expression,
      'unit-mismatch',
      'Two dates cannot be added.',
      'a date and a duration',
      expression,
    );
  }
  const alike = checkAlike(left, right, scope, operator === '+' ? 'added' : 'subtracted');
  return alike.ok ? number(alike.value) : alike;
}

function checkPower(expression: Expression & { kind: 'arithmetic' }, scope: ExpressionScope): Checked {
  const { left, right } = expression;
  const base = checkNumber(left, scope);
  if (!base.ok) return base;
  const exponent = checkNumber(right, scope);
  if (!exponent.ok) return exponent;
  if (!isSameKind(exponent.value.unit.parts, noUnit.parts)) {
    return fault(right, 'unit-mismatch', 'An exponent has no unit.', 'a plain number', right);
  }
  if (isSameKind(base.value.unit.parts, noUnit.parts)) return number(noUnit);
  const power = wholeNumber(right);
  if (power === null || Math.abs(power) > 9) {
    const message = 'A value with a unit can only be raised to a small whole number, such as 2.';
    return fault(right, 'unit-mismatch', message, 'a whole number', right);
  }
  return number(raiseUnit(base.value.unit, power));
}

function wholeNumber(expression: Expression): number | null {
  if (expression.kind === 'negate') {
    const inner = wholeNumber(expression.operand);
    return inner === null ? null : -inner;
  }
  return expression.kind === 'quantity' && Number.isInteger(expression.value) ? expression.value : null;
}

function checkCall(expression: Expression & { kind: 'call' }, scope: ExpressionScope): Checked {
  const [first, ...others] = expression.args;
  if (first === undefined) return number(noUnit);
  const type = checkNumber(first, scope);
  if (!type.ok) return type;
  let { unit } = type.value;
  switch (expression.name) {
    case 'abs':
      return type;
    case 'min':
    case 'max':
      for (const other of others) {
        const alike = checkAlike(first, other, scope, 'compared');
        if (!alike.ok) return alike;
        // A bare 0 takes the unit of the others, wherever it stands.
        unit = alike.value;
      }
      return number(unit);
    case 'sqrt': {
      const halves = Object.entries(unit.parts).map(([part, exponent]) => [part, exponent / 2] as const);
      if (halves.every(([, half]) => Number.isInteger(half))) {
        return number({ ...unit, parts: Object.fromEntries(halves) });
      }
      return fault(
        first,
        'unit-mismatch',
        `The square root of ${wordsForParts(unit.parts)} has no unit.`,
        'a plain number',
        first,
      );
    }
    case 'exp':
    case 'log': {
      if (isSameKind(unit.parts, noUnit.parts)) return number(noUnit);
      const message = `${expression.name} takes a plain number; this is ${wordsForParts(unit.parts)}. Divide it by a value of the same unit.`;
      return fault(first, 'unit-mismatch', message, 'a plain number', first);
    }
    default:
      return unreachable(expression.name);
  }
}

function checkMoment(expression: Expression & { kind: 'at' | 'before' }, scope: ExpressionScope): Checked {
  const nested = firstMoment(expression.operand);
  if (nested === null) return checkExpression(expression.operand, scope);
  const message =
    'A moment within a moment ("at" or "before" twice) is not supported; state one moment per measure.';
  return fault(nested, 'bad-expression', message, 'one "at" or "before" per measure', nested);
}

function firstMoment(expression: Expression): Expression | null {
  switch (expression.kind) {
    case 'at':
    case 'before':
      return expression;
    case 'negate':
    case 'not':
      return firstMoment(expression.operand);
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return firstMoment(expression.left) ?? firstMoment(expression.right);
    case 'call':
      return expression.args.map(firstMoment).find((found) => found !== null) ?? null;
    default:
      return null;
  }
}

/** Checks that two sides measure the same thing and tells what; a bare 0 is nothing of anything. */
function checkAlike(
  left: Expression,
  right: Expression,
  scope: ExpressionScope,
  verb: string,
): Outcome<Unit, ExpressionFault> {
  const a = checkNumber(left, scope);
  if (!a.ok) return a;
  const b = checkNumber(right, scope);
  if (!b.ok) return b;
  const [x, y] = [a.value.unit, b.value.unit];
  if (isSameKind(x.parts, y.parts) || isZero(right)) return ok(x);
  if (isZero(left)) return ok(y);
  const bare = bareSide(left, x, right, y);
  if (bare !== null) return missingUnit(bare.side, bare.other);
  const message = `${wordsForParts(x.parts)} and ${wordsForParts(y.parts)} cannot be ${verb}.`;
  const whole = { from: left.from, to: right.to };
  return fault(
    whole,
    'unit-mismatch',
    message[0]?.toUpperCase() + message.slice(1),
    wordsForParts(x.parts),
    right,
  );
}

function isZero(expression: Expression): boolean {
  return (
    expression.kind === 'quantity' &&
    expression.value === 0 &&
    isSameKind(expression.unit.parts, noUnit.parts)
  );
}

function bareSide(left: Expression, x: Unit, right: Expression, y: Unit) {
  const isBare = (side: Expression, unit: Unit) =>
    side.kind === 'quantity' && isSameKind(unit.parts, noUnit.parts);
  if (isBare(left, x)) return { side: left, other: y };
  return isBare(right, y) ? { side: right, other: x } : null;
}

function missingUnit(side: Expression, other: Unit): Outcome<never, ExpressionFault> {
  const met = side.kind === 'quantity' ? side.text : '';
  const dimension = dimensions.find((name) => isSameKind(describeDimension(name).fixed.parts, other.parts));
  const example = dimension === undefined ? '' : `, such as ${describeDimension(dimension).example}`;
  const expected = `${wordsForParts(other.parts)}${example}`;
  return fail({
    code: 'missing-unit',
    from: side.from,
    to: side.to,
    message: `"${met}" has no unit; expected ${expected}.`,
    met,
    expected,
  });
}

function fault(
  span: Span,
  code: ExpressionFault['code'],
  message: string,
  expected: string,
  met: Expression,
): Outcome<never, ExpressionFault> {
  return fail({ code, from: span.from, to: span.to, message, met: nameOf(met), expected });
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'quantity' || expression.kind === 'date' ? expression.text : expression.kind;
}
