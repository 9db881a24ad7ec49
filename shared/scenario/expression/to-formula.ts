import { unreachable } from '#shared/base/assert.ts';
import type { Formula, FormulaStep } from '#shared/engine/plan/condition.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatDate, monthsSince } from '../quantity/parse-date.ts';
import type { Unit } from '../quantity/unit.ts';
import { combineUnits, isSameKind, noUnit, raiseUnit, sizeOf } from '../quantity/unit.ts';
import type { ExpressionScope } from './check-expression.ts';
import { checkExpression } from './check-expression.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  FunctionName,
  Moment,
} from './expression.ts';
import { basicUnit, isBareZero, valueIn } from './literal.ts';
import { findMeasure } from './measure-name.ts';
import { instant, measureUnit } from './measure-unit.ts';
import { resultUnit } from './result-unit.ts';

/** A fixed number of an expression that becomes an input of the plan. */
export interface Constant {
  /** In the unit of the measures it meets, or in basic units: USD, MW, months, months since the start … */
  readonly value: number;
  /** The words as written. */
  readonly text: string;
}

/** What turning an expression into steps needs to know. */
export interface FormulaContext extends ExpressionScope {
  readonly start: YearMonth;
  /** Gives the input that holds a fixed number. */
  readonly makeSlot: (constant: Constant) => Slot;
  /** Unit in which the result is wanted; that of `resultUnit` where none is given. */
  readonly unit?: Unit;
}

/** Turns a checked expression into the steps the engine evaluates. */
export function toFormula(expression: Expression, context: FormulaContext): Formula {
  const { steps, unit } = translate(expression, context, null);
  return { steps: converted(context, steps, unit, context.unit ?? resultUnit(unit).unit) };
}

/** When the measures inside are read, where that is not the month of evaluation. */
type When =
  | { readonly kind: 'at'; readonly moment: Moment }
  | { readonly kind: 'before'; readonly months: number };

/** Steps, and the unit in which they leave their result. */
interface Translated {
  readonly steps: readonly FormulaStep[];
  readonly unit: Unit;
}

function translate(expression: Expression, context: FormulaContext, when: When | null): Translated {
  switch (expression.kind) {
    case 'quantity': {
      const unit = basicUnit(expression.unit);
      return { steps: constant(context, valueIn(expression, unit), expression.text), unit };
    }
    case 'date':
      return {
        steps: constant(context, monthsSince(context.start, expression.date), expression.text),
        unit: instant,
      };
    case 'name':
      return translateMeasure(expression, context, when);
    case 'negate':
    case 'not': {
      const { steps, unit } = translate(expression.operand, context, when);
      return { steps: [...steps, { op: expression.kind }], unit };
    }
    case 'arithmetic':
      return translateArithmetic(expression, context, when);
    case 'comparison':
      return {
        ...translateAlike(
          [expression.left, expression.right],
          operations[expression.operator],
          context,
          when,
        ),
        unit: noUnit,
      };
    case 'logic': {
      const sides = [expression.left, expression.right].flatMap(
        (side) => translate(side, context, when).steps,
      );
      return { steps: [...sides, { op: expression.operator }], unit: noUnit };
    }
    case 'call':
      return translateCall(expression, context, when);
    case 'at':
      return translate(expression.operand, context, { kind: 'at', moment: expression.moment });
    case 'before':
      return translate(expression.operand, context, { kind: 'before', months: expression.months });
    default:
      return unreachable(expression);
  }
}

/** Translates so that the result comes out in a given unit of the same kind. */
function translateInto(
  expression: Expression,
  context: FormulaContext,
  when: When | null,
  target: Unit,
): readonly FormulaStep[] {
  if (isBareZero(expression)) return constant(context, 0, '0');
  if (expression.kind === 'quantity') return constant(context, valueIn(expression, target), expression.text);
  const { steps, unit } = translate(expression, context, when);
  return converted(context, steps, unit, target);
}

function converted(
  context: FormulaContext,
  steps: readonly FormulaStep[],
  unit: Unit,
  target: Unit,
): readonly FormulaStep[] {
  const size = sizeOf(combineUnits(unit, target, -1));
  // A date moved by a duration and the like: sizes are equal, only the kind differs.
  return size === 1
    ? steps
    : [...steps, ...constant(context, size, 'conversion of units'), { op: 'multiply' }];
}

function translateArithmetic(
  expression: Expression & { kind: 'arithmetic' },
  context: FormulaContext,
  when: When | null,
): Translated {
  const { operator, left, right } = expression;
  const op = operations[operator];
  if (operator === '+' || operator === '-') return translateAlike([left, right], op, context, when);
  const a = translate(left, context, when);
  if (operator === '^') {
    const exponent = translateInto(right, context, when, noUnit);
    const power = right.kind === 'quantity' ? valueIn(right, noUnit) : 1;
    const isPlain = isSameKind(a.unit.parts, noUnit.parts) || !Number.isInteger(power);
    const base = isPlain ? converted(context, a.steps, a.unit, basicUnit(a.unit)) : a.steps;
    const unit = isPlain ? basicUnit(a.unit) : raiseUnit(a.unit, power);
    return { steps: [...base, ...exponent, { op }], unit };
  }
  const b = translate(right, context, when);
  return {
    steps: [...a.steps, ...b.steps, { op }],
    unit: combineUnits(a.unit, b.unit, operator === '*' ? 1 : -1),
  };
}

/** Translates operands that must share a unit: that of the first which is not just a number. */
function translateAlike(
  parts: readonly Expression[],
  op: PairOperation,
  context: FormulaContext,
  when: When | null,
): Translated {
  const leading = parts.find((part) => part.kind !== 'quantity') ?? parts.find((part) => !isBareZero(part));
  const type = leading === undefined ? null : checkExpression(leading, context);
  const unit = type?.ok && type.value.kind === 'number' ? type.value.unit : noUnit;
  const steps: FormulaStep[] = [];
  parts.forEach((part, i) => {
    steps.push(...translateInto(part, context, when, unit));
    if (i > 0) steps.push({ op });
  });
  return { steps, unit };
}

function translateCall(
  expression: Expression & { kind: 'call' },
  context: FormulaContext,
  when: When | null,
): Translated {
  const { name, args } = expression;
  if (name === 'min' || name === 'max') return translateAlike(args, functions[name], context, when);
  const { steps, unit } = translate(args[0] ?? expression, context, when);
  if (name === 'abs') return { steps: [...steps, { op: functions.abs }], unit };
  const plain = converted(context, steps, unit, basicUnit(unit));
  const halves = Object.entries(unit.parts).map(([part, exponent]) => [part, exponent / 2] as const);
  const parts = name === 'sqrt' ? Object.fromEntries(halves) : {};
  return { steps: [...plain, { op: functions[name] }], unit: { ...noUnit, parts } };
}

const operations = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
  '<': 'less',
  '<=': 'at-most',
  '>': 'greater',
  '>=': 'at-least',
  '=': 'equal',
  '!=': 'not-equal',
} as const satisfies Record<ComparisonOperator | ArithmeticOperator, FormulaStep['op']>;

/** Operations that take two values. */
type PairOperation = (typeof operations)[keyof typeof operations] | 'minimum' | 'maximum';

const functions = {
  min: 'minimum',
  max: 'maximum',
  abs: 'absolute',
  exp: 'exp',
  log: 'log',
  sqrt: 'sqrt',
} as const satisfies Record<FunctionName, FormulaStep['op']>;

function translateMeasure(
  expression: Expression & { kind: 'name' },
  context: FormulaContext,
  when: When | null,
): Translated {
  const found = findMeasure(expression.name, expression, context.measures);
  const id = found.ok ? found.value : expression.name;
  const unit = measureUnit(context.measures.get(id)?.unit ?? '1');
  if (when === null) return { steps: [{ op: 'measure', id }], unit };
  if (when.kind === 'before') return { steps: [{ op: 'measure', id, lag: when.months }], unit };
  return { steps: [{ op: 'measure-at', id, at: slotOf(context, when.moment) }], unit };
}

function slotOf(context: FormulaContext, moment: Moment): Slot | null {
  if (moment.kind === 'end') return null;
  return context.makeSlot({ value: monthsSince(context.start, moment.date), text: formatDate(moment.date) });
}

function constant(context: FormulaContext, value: number, text: string): readonly FormulaStep[] {
  return [{ op: 'input', slot: context.makeSlot({ value, text }) }];
}
