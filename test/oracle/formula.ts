import type { Formula, FormulaStep } from '#shared/engine/plan/condition.ts';
import { numberIn, type World } from './world.ts';

/** How a formula looks up measures. */
export interface Lookup {
  /** A measure at a month of the run; NaN where it is not known (yet). */
  readonly value: (id: string, month: number) => number;
  /**
   * Months by which a measure must at least be looked back on: 1 for what is not known yet when the formula is
   * evaluated, null for what no month of the run knows.
   */
  readonly leastLag: (id: string) => number | null;
}

/** Evaluates a postfix formula at a month; a step without a finite result gives NaN. */
export function evaluate(world: World, formula: Formula, month: number, lookup: Lookup): number {
  const stack: number[] = [];
  const pop = (): number => {
    const top = stack.pop();
    if (top === undefined) throw new Error('The formula takes more than it has put on the stack');
    return top;
  };
  for (const step of formula.steps) {
    const result = evaluateStep(world, step, month, lookup, pop);
    stack.push(Number.isFinite(result) ? result : Number.NaN);
  }
  return pop();
}

/** Whether a value counts as true. */
export function isTruth(value: number): boolean {
  return !Number.isNaN(value) && value !== 0;
}

function evaluateStep(
  world: World,
  step: FormulaStep,
  month: number,
  lookup: Lookup,
  pop: () => number,
): number {
  const binary = (combine: (left: number, right: number) => number): number => {
    const right = pop();
    return combine(pop(), right);
  };
  const compare = (holds: (left: number, right: number) => boolean): number =>
    binary((left, right) => {
      if (Number.isNaN(left) || Number.isNaN(right)) return 0;
      return holds(left, right) ? 1 : 0;
    });
  switch (step.op) {
    case 'input':
      return numberIn(world, step.slot);
    case 'measure': {
      const leastLag = lookup.leastLag(step.id);
      if (leastLag === null) return Number.NaN;
      const asked = month - Math.max(step.lag ?? 0, leastLag);
      return asked < 0 ? 0 : lookup.value(step.id, asked);
    }
    case 'measure-at': {
      const asked = step.at === null ? world.plan.months - 1 : Math.floor(numberIn(world, step.at));
      return asked < 0 || asked >= world.plan.months ? Number.NaN : lookup.value(step.id, asked);
    }
    case 'add':
      return binary((left, right) => left + right);
    case 'subtract':
      return binary((left, right) => left - right);
    case 'multiply':
      return binary((left, right) => left * right);
    case 'divide':
      return binary((left, right) => left / right);
    case 'power':
      return binary((left, right) => left ** right);
    case 'negate':
      return -pop();
    case 'minimum':
      return binary((left, right) => Math.min(left, right));
    case 'maximum':
      return binary((left, right) => Math.max(left, right));
    case 'absolute':
      return Math.abs(pop());
    case 'exp':
      return Math.exp(pop());
    case 'log':
      return Math.log(pop());
    case 'sqrt':
      return Math.sqrt(pop());
    case 'less':
      return compare((left, right) => left < right);
    case 'at-most':
      return compare((left, right) => left <= right);
    case 'greater':
      return compare((left, right) => left > right);
    case 'at-least':
      return compare((left, right) => left >= right);
    case 'equal':
      return compare((left, right) => left === right);
    case 'not-equal':
      return compare((left, right) => left !== right);
    case 'and':
      return binary((left, right) => (isTruth(left) && isTruth(right) ? 1 : 0));
    case 'or':
      return binary((left, right) => (isTruth(left) || isTruth(right) ? 1 : 0));
    case 'not':
      return isTruth(pop()) ? 0 : 1;
  }
}
