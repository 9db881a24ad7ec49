import type { Lanes } from '../block/block.ts';
import type { FormulaStep } from '../plan/condition.ts';

type OperationName = Exclude<FormulaStep['op'], 'input' | 'measure' | 'measure-at'>;
type UnaryName = 'negate' | 'absolute' | 'exp' | 'log' | 'sqrt' | 'not';
type BinaryName = Exclude<OperationName, UnaryName>;

/*
 * Every operation has a loop of its own: with a common loop that calls the operation, every number would be boxed.
 */

/**
 * Operations in place on the top of the stack. A result that is not finite is no answer (NaN); truth is 1, anything that
 * is neither 0 nor NaN counts as true.
 */
export const unary: Readonly<Record<UnaryName, (a: Lanes) => void>> = {
  negate: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = -a[l];
  },
  absolute: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = Math.abs(a[l]);
  },
  exp: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(Math.exp(a[l]));
  },
  log: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(Math.log(a[l]));
  },
  sqrt: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = Math.sqrt(a[l]);
  },
  not: (a) => {
    for (let l = 0; l < a.length; l += 1) a[l] = isTrue(a[l]) ? 0 : 1;
  },
};

/** Operations of two values, the result in the place of the first pushed. A comparison with NaN does not hold. */
export const binary: Readonly<Record<BinaryName, (a: Lanes, b: Lanes) => void>> = {
  add: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(a[l] + b[l]);
  },
  subtract: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(a[l] - b[l]);
  },
  multiply: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(a[l] * b[l]);
  },
  divide: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(a[l] / b[l]);
  },
  power: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = finite(a[l] ** b[l]);
  },
  minimum: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = Math.min(a[l], b[l]);
  },
  maximum: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = Math.max(a[l], b[l]);
  },
  less: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] < b[l] ? 1 : 0;
  },
  'at-most': (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] <= b[l] ? 1 : 0;
  },
  greater: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] > b[l] ? 1 : 0;
  },
  'at-least': (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] >= b[l] ? 1 : 0;
  },
  equal: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] === b[l] ? 1 : 0;
  },
  'not-equal': (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = a[l] < b[l] || a[l] > b[l] ? 1 : 0;
  },
  and: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = isTrue(a[l]) && isTrue(b[l]) ? 1 : 0;
  },
  or: (a, b) => {
    for (let l = 0; l < a.length; l += 1) a[l] = isTrue(a[l]) || isTrue(b[l]) ? 1 : 0;
  },
};

/** Says whether an operation takes one operand (otherwise two). */
export function isUnary(name: OperationName): name is UnaryName {
  return name in unary;
}

/** Says whether a number counts as true in a condition. */
export function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
