import type { FormulaStep } from '../plan/condition.ts';

type OperationName = Exclude<FormulaStep['op'], 'input' | 'measure' | 'measure-at'>;
type UnaryName = 'negate' | 'absolute' | 'exp' | 'log' | 'sqrt' | 'not';
type BinaryName = Exclude<OperationName, UnaryName>;

/**
 * Operations on one number. A result that is not finite is no answer (NaN); truth is 1, anything that is neither 0 nor
 * NaN counts as true.
 */
export const unary: Readonly<Record<UnaryName, (a: number) => number>> = {
  negate: (a) => -a,
  absolute: Math.abs,
  exp: (a) => finite(Math.exp(a)),
  log: (a) => finite(Math.log(a)),
  sqrt: Math.sqrt,
  not: (a) => truth(!isTrue(a)),
};

/** Operations on two numbers, `a` the one pushed first. A comparison with NaN does not hold. */
export const binary: Readonly<Record<BinaryName, (a: number, b: number) => number>> = {
  add: (a, b) => finite(a + b),
  subtract: (a, b) => finite(a - b),
  multiply: (a, b) => finite(a * b),
  divide: (a, b) => finite(a / b),
  power: (a, b) => finite(a ** b),
  minimum: Math.min,
  maximum: Math.max,
  less: (a, b) => truth(a < b),
  'at-most': (a, b) => truth(a <= b),
  greater: (a, b) => truth(a > b),
  'at-least': (a, b) => truth(a >= b),
  equal: (a, b) => truth(a === b),
  'not-equal': (a, b) => truth(a < b || a > b),
  and: (a, b) => truth(isTrue(a) && isTrue(b)),
  or: (a, b) => truth(isTrue(a) || isTrue(b)),
};

/** Says whether an operation takes one operand (otherwise two). */
export function isUnary(name: OperationName): name is UnaryName {
  return name in unary;
}

/** Says whether a number counts as true in a condition. */
export function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}

function truth(holds: boolean): number {
  return holds ? 1 : 0;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
