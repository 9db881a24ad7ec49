/** The item at an index that must exist. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`No item ${index} in a list of ${items.length}`);
  return item;
}

/** The sum of a list. */
export function sum(terms: readonly number[]): number {
  return sumOf(terms, (term) => term);
}

/** The sum of one figure over a list of things. */
export function sumOf<T>(items: readonly T[], figure: (item: T, index: number) => number): number {
  let total = 0;
  for (let i = 0; i < items.length; i++) total += figure(at(items, i), i);
  return total;
}

/** A quotient, without an answer where the denominator is 0. */
export function quotient(numerator: number, denominator: number): number {
  return denominator === 0 ? Number.NaN : numerator / denominator;
}

/** A number kept inside a range. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
