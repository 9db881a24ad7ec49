import type { Formula } from '#shared/engine/plan/condition.ts';

/** What a formula is evaluated on: its inputs, and every measure month by month. */
export interface World {
  readonly inputs: readonly number[];
  readonly measures: Readonly<Record<string, readonly number[]>>;
}

/** A slow, obvious reading of the postfix steps, one month at a time. */
export function evaluate(formula: Formula, world: World, month: number): number {
  const stack: number[] = [];
  const take = () => stack.pop() ?? Number.NaN;
  const series = (id: string) => world.measures[id] ?? [];
  for (const step of formula.steps) {
    if (step.op === 'input') stack.push(world.inputs[step.slot] ?? Number.NaN);
    else if (step.op === 'measure') {
      const at = month - (step.lag ?? 0);
      stack.push(at < 0 ? 0 : (series(step.id)[at] ?? Number.NaN));
    } else if (step.op === 'measure-at') {
      const values = series(step.id);
      const at = step.at === null ? values.length - 1 : Math.floor(world.inputs[step.at] ?? Number.NaN);
      stack.push(values[at] ?? Number.NaN);
    } else if (step.op in one) {
      const x = take();
      stack.push(one[step.op as keyof typeof one](x));
    } else {
      const y = take();
      const x = take();
      stack.push(two[step.op as keyof typeof two](x, y));
    }
  }
  if (stack.length !== 1) throw new Error(`${stack.length} values are left on the stack`);
  return take();
}

const one = {
  negate: (x: number) => -x,
  absolute: Math.abs,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  not: (x: number) => (x === 0 ? 1 : 0),
};

const yes = (holds: boolean) => (holds ? 1 : 0);

const two = {
  add: (x: number, y: number) => x + y,
  subtract: (x: number, y: number) => x - y,
  multiply: (x: number, y: number) => x * y,
  divide: (x: number, y: number) => x / y,
  power: (x: number, y: number) => x ** y,
  minimum: Math.min,
  maximum: Math.max,
  less: (x: number, y: number) => yes(x < y),
  'at-most': (x: number, y: number) => yes(x <= y),
  greater: (x: number, y: number) => yes(x > y),
  'at-least': (x: number, y: number) => yes(x >= y),
  equal: (x: number, y: number) => yes(x === y),
  'not-equal': (x: number, y: number) => yes(x !== y),
  and: (x: number, y: number) => yes(x !== 0 && y !== 0),
  or: (x: number, y: number) => yes(x !== 0 || y !== 0),
};
