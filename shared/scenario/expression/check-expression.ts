import { unreachable } from '#shared/base/assert.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import { wordsForParts } from '../quantity/dimensions.ts';
import type { Unit } from '../quantity/unit.ts';
import { combineUnits, isSameKind, noUnit, raiseUnit, unitOf } from '../quantity/unit.ts';
import type { Side } from './alike-unit.ts';
import { alikeUnit, faultIn } from './alike-unit.ts';
import type { Expression, ExpressionFault } from './expression.ts';
import { basicUnit, valueIn } from './literal.ts';
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
      return number(basicUnit(expression.unit));
    case 'date':
      return number(instant);
    case 'name': {
      const id = findMeasure(expression.name, expression, scope.measures);
      return id.ok ? number(measureUnit(scope.measures.get(id.value)?.unit ?? '1')) : id;
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
      const sides = checkBoth(expression, scope);
      if (!sides.ok) return sides;
      const alike = alikeUnit(...sides.value, 'compared');
      return alike.ok ? condition : alike;
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

type CheckedNumber = Outcome<Extract<ExpressionType, { kind: 'number' }>, ExpressionFault>;

function checkNumber(expression: Expression, scope: ExpressionScope): CheckedNumber {
  const checked = checkExpression(expression, scope);
  if (!checked.ok) return checked;
  if (checked.value.kind === 'number') return ok(checked.value);
  const message = 'This is a condition (yes or no), where a number is needed.';
  return faultIn(expression, 'bad-expression', message, 'a number');
}

function checkCondition(expression: Expression, scope: ExpressionScope): Checked {
  const checked = checkExpression(expression, scope);
  if (!checked.ok || checked.value.kind === 'condition') return checked;
  const message = 'This is a number, where a condition (yes or no) is needed; compare it with something.';
  return faultIn(expression, 'bad-expression', message, 'a comparison such as "capacity.online >= 1 GW"');
}

function checkArithmetic(expression: Expression & { kind: 'arithmetic' }, scope: ExpressionScope): Checked {
  const sides = checkBoth(expression, scope);
  if (!sides.ok) return sides;
  const [left, right] = sides.value;
  switch (expression.operator) {
    case '^':
      return checkPower(left, right);
    case '+':
    case '-':
      return checkSum(expression, expression.operator, left, right);
    default:
      return checkProduct(expression.operator, left, right);
  }
}

/** Checks the two sides of an operation, each once. */
function checkBoth(
  expression: Expression & { readonly kind: 'arithmetic' | 'comparison' },
  scope: ExpressionScope,
): Outcome<readonly [Side, Side], ExpressionFault> {
  const left = checkNumber(expression.left, scope);
  if (!left.ok) return left;
  const right = checkNumber(expression.right, scope);
  if (!right.ok) return right;
  return ok([
    { part: expression.left, unit: left.value.unit },
    { part: expression.right, unit: right.value.unit },
  ]);
}

function checkProduct(operator: '*' | '/', left: Side, right: Side): Checked {
  const date = [left, right].find(({ unit }) => isDate(unit));
  if (date !== undefined) {
    const message = 'A date cannot be multiplied or divided.';
    return faultIn(date.part, 'unit-mismatch', message, 'a number that is no date');
  }
  return number(combineUnits(left.unit, right.unit, operator === '*' ? 1 : -1));
}

const month = unitOf('month');

/** Dates may be moved by a duration, and two dates lie a duration apart; all else must be alike. */
function checkSum(whole: Expression, operator: '+' | '-', left: Side, right: Side): Checked {
  if (isDate(left.unit) && isDate(right.unit)) {
    if (operator === '-') return number(month);
    return faultIn(whole, 'unit-mismatch', 'Two dates cannot be added.', 'a date and a duration');
  }
  if (isDate(left.unit) && isDuration(right.unit)) return number(instant);
  if (isDuration(left.unit) && isDate(right.unit) && operator === '+') return number(instant);
  const alike = alikeUnit(left, right, operator === '+' ? 'added' : 'subtracted');
  return alike.ok ? number(alike.value) : alike;
}

function isDate(unit: Unit): boolean {
  return isSameKind(unit.parts, instant.parts);
}

function isDuration(unit: Unit): boolean {
  return isSameKind(unit.parts, month.parts);
}

function checkPower(base: Side, exponent: Side): Checked {
  if (!isPlain(exponent.unit)) {
    return faultIn(exponent.part, 'unit-mismatch', 'An exponent has no unit.', 'a plain number');
  }
  if (isPlain(base.unit)) return number(noUnit);
  const power = wholeNumber(exponent.part);
  if (power === null || Math.abs(power) > 9 || isDate(base.unit)) {
    const message = 'A value with a unit can only be raised to a small whole number, such as 2.';
    return faultIn(exponent.part, 'unit-mismatch', message, 'a whole number');
  }
  return number(raiseUnit(base.unit, power));
}

function isPlain(unit: Unit): boolean {
  return isSameKind(unit.parts, noUnit.parts);
}

function wholeNumber(expression: Expression): number | null {
  if (expression.kind === 'negate') {
    const inner = wholeNumber(expression.operand);
    return inner === null ? null : -inner;
  }
  const value = expression.kind === 'quantity' ? valueIn(expression, noUnit) : Number.NaN;
  return Number.isInteger(value) ? value : null;
}

function checkCall(expression: Expression & { kind: 'call' }, scope: ExpressionScope): Checked {
  const sides: Side[] = [];
  for (const part of expression.args) {
    const checked = checkNumber(part, scope);
    if (!checked.ok) return checked;
    sides.push({ part, unit: checked.value.unit });
  }
  const [first, ...others] = sides;
  if (first === undefined) return number(noUnit);
  switch (expression.name) {
    case 'abs':
      return number(first.unit);
    case 'min':
    case 'max':
      return checkLeast(first, others);
    case 'sqrt':
      return checkRoot(first);
    case 'exp':
    case 'log': {
      if (isPlain(first.unit)) return number(noUnit);
      const met = wordsForParts(first.unit.parts);
      const message = `${expression.name} takes a plain number; this is ${met}. Divide it by a value of the same unit.`;
      return faultIn(first.part, 'unit-mismatch', message, 'a plain number');
    }
    default:
      return unreachable(expression.name);
  }
}

/** A bare 0 among the values takes the unit of the others, wherever it stands. */
function checkLeast(first: Side, others: readonly Side[]): Checked {
  let shared = first;
  for (const other of others) {
    const alike = alikeUnit(shared, other, 'compared');
    if (!alike.ok) return alike;
    if (alike.value !== shared.unit) shared = other;
  }
  return number(shared.unit);
}

function checkRoot(side: Side): Checked {
  const halves = Object.entries(side.unit.parts).map(([part, exponent]) => [part, exponent / 2] as const);
  if (halves.every(([, half]) => Number.isInteger(half))) {
    return number(basicUnit({ ...side.unit, parts: Object.fromEntries(halves) }));
  }
  const message = `The square root of ${wordsForParts(side.unit.parts)} has no unit.`;
  return faultIn(side.part, 'unit-mismatch', message, 'a plain number');
}

function checkMoment(expression: Expression & { kind: 'at' | 'before' }, scope: ExpressionScope): Checked {
  const nested = firstMoment(expression.operand);
  if (nested === null) return checkExpression(expression.operand, scope);
  const message =
    'A moment within a moment ("at" or "before" twice) is not supported; state one moment per measure.';
  return faultIn(nested, 'bad-expression', message, 'one "at" or "before" per measure');
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
