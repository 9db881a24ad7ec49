import { invariant } from '../../base/assert.ts';
import type { Block, Lanes } from '../block/block.ts';
import type { Formula, FormulaStep } from '../plan/condition.ts';
import { binary, isUnary, unary } from './operations.ts';

/** A step of a formula that reads a measure. */
export type MeasureStep = Extract<FormulaStep, { op: 'measure' | 'measure-at' }>;

/** Writes a measure's values for a month of evaluation into `out`. */
export type Operand = (month: number, out: Lanes) => void;

/** A formula ready to be evaluated on all lanes of a block. */
export interface Evaluator {
  /** The result of the last evaluation. */
  readonly result: Lanes;
  readonly evaluate: (month: number) => void;
}

/**
 * Prepares a postfix formula for a block: each step works on all lanes at once, on a stack allocated here.
 *
 * @param operandOf Says where a step that names a measure reads; that is what differs between conditions inside the run
 * and formulas evaluated after it.
 */
export function createEvaluator(
  block: Block,
  formula: Formula,
  operandOf: (step: MeasureStep) => Operand,
): Evaluator {
  const stack = Array.from({ length: deepest(formula) }, () => block.cell());
  let height = 0;
  const actions = formula.steps.map((step): ((month: number) => void) => {
    if (step.op === 'input') {
      const place = stack[height++];
      const value = block.input(step.slot);
      return () => place.set(value);
    }
    if (step.op === 'measure' || step.op === 'measure-at') {
      const place = stack[height++];
      const operand = operandOf(step);
      return (month) => operand(month, place);
    }
    if (isUnary(step.op)) {
      const place = stack[height - 1];
      const apply = unary[step.op];
      return () => apply(place);
    }
    height -= 1;
    const left = stack[height - 1];
    const right = stack[height];
    const apply = binary[step.op];
    return () => apply(left, right);
  });
  return {
    result: stack[0],
    evaluate: (month) => {
      for (const act of actions) act(month);
    },
  };
}

/** The largest number of values a formula holds at once; checks that it leaves exactly one. */
function deepest(formula: Formula): number {
  let height = 0;
  let most = 0;
  for (const step of formula.steps) {
    if (step.op === 'input' || step.op === 'measure' || step.op === 'measure-at') height += 1;
    else height -= isUnary(step.op) ? 0 : 1;
    invariant(height > 0, `the step ${step.op} of a formula finds its operands`);
    most = Math.max(most, height);
  }
  invariant(height === 1, 'a formula leaves exactly one value');
  return most;
}
