import type { Lanes } from '../block/block.ts';

/** Writes zero. */
export function clear(into: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = 0;
}

/** Writes what another cell holds. */
export function copy(into: Lanes, from: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = from[l];
}

/** Adds to every lane: `into += part`. */
export function add(into: Lanes, part: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += part[l];
}

/** Adds two parts, one after the other. */
export function addTwo(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = into[l] + a[l] + b[l];
}

/** Adds three parts, one after the other. */
export function addThree(into: Lanes, a: Lanes, b: Lanes, c: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = into[l] + a[l] + b[l] + c[l];
}

/** Adds four parts, one after the other. */
export function addFour(into: Lanes, a: Lanes, b: Lanes, c: Lanes, d: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = into[l] + a[l] + b[l] + c[l] + d[l];
}

/** Takes from every lane: `from -= part`. */
export function subtract(from: Lanes, part: Lanes): void {
  for (let l = 0; l < from.length; l += 1) from[l] -= part[l];
}

/** Takes two parts, one after the other. */
export function subtractTwo(from: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < from.length; l += 1) from[l] = from[l] - a[l] - b[l];
}

/** Takes three parts, one after the other. */
export function subtractThree(from: Lanes, a: Lanes, b: Lanes, c: Lanes): void {
  for (let l = 0; l < from.length; l += 1) from[l] = from[l] - a[l] - b[l] - c[l];
}

/** Takes four parts, one after the other. */
export function subtractFour(from: Lanes, a: Lanes, b: Lanes, c: Lanes, d: Lanes): void {
  for (let l = 0; l < from.length; l += 1) from[l] = from[l] - a[l] - b[l] - c[l] - d[l];
}

/** Multiplies every lane: `into *= by`. */
export function scale(into: Lanes, by: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] *= by[l];
}

/** Writes a product: `into = a · b`. */
export function multiply(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = a[l] * b[l];
}

/** Begins a sum of products: `into = 0 + a · b`. */
export function beginProduct(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = 0 + a[l] * b[l];
}

/** Adds a product: `into += a · b`. */
export function addProduct(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += a[l] * b[l];
}

/** Begins a sum of sums times factors: `into = 0 + (a + b) · c`. */
export function beginSumProduct(into: Lanes, a: Lanes, b: Lanes, c: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = 0 + (a[l] + b[l]) * c[l];
}

/** Adds a sum times a factor: `into += (a + b) · c`, as in the mean of two month ends. */
export function addSumProduct(into: Lanes, a: Lanes, b: Lanes, c: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] += (a[l] + b[l]) * c[l];
}

/** Copies a cell to a place in a series: `series[offset + l] = cell`. */
export function keep(cell: Lanes, series: Lanes, offset: number): void {
  for (let l = 0; l < cell.length; l += 1) series[offset + l] = cell[l];
}

/** Writes a difference: `into = a − b`. */
export function difference(into: Lanes, a: Lanes, b: Lanes): void {
  for (let l = 0; l < into.length; l += 1) into[l] = a[l] - b[l];
}
