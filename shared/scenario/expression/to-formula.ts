import { unreachable } from '#shared/base/assert.ts';
import type { Formula, FormulaStep } from '#shared/engine/plan/condition.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthsSince } from '../quantity/parse-date.ts';
import type { Unit } from '../quantity/unit.ts';
import { sizeOf } from '../quantity/unit.ts';
import type { ExpressionScope } from './check-expression.ts';
import type { ComparisonOperator, Expression, FunctionName, Moment } from './expression.ts';
import { findMeasure } from './measure-name.ts';
import { measureUnit } from './measure-unit.ts';

/** A fixed number of an expression that becomes an input of the plan. */
export interface Constant {
  /** In basic units: USD, MW, months, months since the start … */
  readonly value: number;
  /** The words as written. */
  readonly text: string;
}

/** What turning an expression into steps needs to know. */
export interface FormulaContext extends ExpressionScope {
  readonly start: YearMonth;
  /** Gives the input that holds a fixed number. */
  readonly makeSlot: (constant: Constant) => Slot;
  /** Unit in which the result is wanted; the basic unit where none is given. */
  readonly unit?: Unit;
}

/** Turns a checked expression into the steps the engine evaluates. */
export function toFormula(expression: Expression, context: FormulaContext): Formula {
  const steps: FormulaStep[] = [];
  emit(expression, context, steps, null);
  if (context.unit !== undefined && sizeOf(context.unit) !== 1) {
    pushConstant(context, steps, sizeOf(context.unit), 'unit of the result');
    steps.push({ op: 'divide' });
  }
  return { steps };
}

/** When the measures inside are read, where that is not the month of evaluation. */
type When =
  | { readonly kind: 'at'; readonly moment: Moment }
  | { readonly kind: 'before'; readonly months: number };

function emit(
  expression: Expression,
  context: FormulaContext,
  steps: FormulaStep[],
  when: When | null,
): void {
  switch (expression.kind) {
    case 'quantity':
      pushConstant(context, steps, expression.value, expression.text);
      return;
    case 'date':
      pushConstant(context, steps, monthsSince(context.start, expression.date), expression.text);
      return;
    case 'name':
      emitMeasure(expression, context, steps, when);
      return;
    case 'negate':
    case 'not':
      emit(expression.operand, context, steps, when);
      steps.push({ op: expression.kind });
      return;
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      emit(expression.left, context, steps, when);
      emit(expression.right, context, steps, when);
      steps.push({ op: expression.kind === 'logic' ? expression.operator : operations[expression.operator] });
      return;
    case 'call':
      expression.args.forEach((argument, i) => {
        emit(argument, context, steps, when);
        if (i > 0) steps.push({ op: functions[expression.name] });
      });
      if (expression.args.length === 1) steps.push({ op: functions[expression.name] });
      return;
    case 'at':
      emit(expression.operand, context, steps, { kind: 'at', moment: expression.moment });
      return;
    case 'before':
      emit(expression.operand, context, steps, { kind: 'before', months: expression.months });
      return;
    default:
      unreachable(expression);
  }
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
} as const satisfies Record<ComparisonOperator | '+' | '-' | '*' | '/' | '^', FormulaStep['op']>;

const functions = {
  min: 'minimum',
  max: 'maximum',
  abs: 'absolute',
  exp: 'exp',
  log: 'log',
  sqrt: 'sqrt',
} as const satisfies Record<FunctionName, FormulaStep['op']>;

function emitMeasure(
  expression: Expression & { kind: 'name' },
  context: FormulaContext,
  steps: FormulaStep[],
  when: When | null,
): void {
  const found = findMeasure(expression.name, expression, context.measures);
  const id = found.ok ? found.value : expression.name;
  if (when === null) steps.push({ op: 'measure', id });
  else if (when.kind === 'before') steps.push({ op: 'measure', id, lag: when.months });
  else steps.push({ op: 'measure-at', id, at: slotOf(context, when.moment) });
  const size = sizeOf(measureUnit(context.measures.get(id)?.unit ?? '1'));
  if (size === 1) return;
  pushConstant(context, steps, size, `unit of ${id}`);
  steps.push({ op: 'multiply' });
}

function slotOf(context: FormulaContext, moment: Moment): Slot | null {
  if (moment.kind === 'end') return null;
  const value = monthsSince(context.start, moment.date);
  const { year, month } = moment.date;
  return context.makeSlot({ value, text: `${year}-${String(month).padStart(2, '0')}` });
}

function pushConstant(context: FormulaContext, steps: FormulaStep[], value: number, text: string): void {
  steps.push({ op: 'input', slot: context.makeSlot({ value, text }) });
}
