import type { Lanes } from '../block/block.ts';

/*
 * The hottest loops of the kernel, each a function of its arrays: the compiler keeps parameters in registers, but reads
 * what a closure captured anew for every lane, which costs a quarter more.
 */

/** Adds to every lane: `into += part`. */
export function add(into: Lanes, part: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += part[l];
}

/** Takes from every lane: `from -= part`. */
export function subtract(from: Lanes, part: Lanes): void {
  for (let l = 0; l < from.length; l += 1) from[l] -= part[l];
}

/** Multiplies every lane: `into *= by`. */
export function scale(into: Lanes, by: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] *= by[l];
}

/** Writes a product: `into = a · b`. */
export function multiply(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = a[l] * b[l];
}

/** Adds a product: `into += a · b`. */
export function addProduct(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += a[l] * b[l];
}

/** Adds a sum times a factor: `into += (a + b) · c`, as in the mean of two month ends. */
export function addSumProduct(into: Lanes, a: Lanes, b: Lanes, c: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += (a[l] + b[l]) * c[l];
}

/** Returns the smallest value over the lanes. */
export function lowest(values: Lanes): number {
  let least = Number.POSITIVE_INFINITY;
  for (let l = 0; l < values.length; l += 1) if (values[l] < least) least = values[l];
  return least;
}

/** Returns the largest value over the lanes. */
export function highest(values: Lanes): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < values.length; l += 1) if (values[l] > most) most = values[l];
  return most;
}
