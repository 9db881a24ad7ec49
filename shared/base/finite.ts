/**
 * The one policy for numbers that are not numbers.
 *
 * NaN means "there is no answer here" (an IRR that does not exist, a ratio over zero, a month not reached) and is
 * allowed in the values of a measure. Infinity is never allowed in a result. JSON and sheets show NaN as null or an
 * empty cell.
 */

/** Turns a number without an answer into null, the form in which it leaves the program. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Divides, giving NaN ("no answer") where the denominator is zero instead of an infinity. */
export function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? Number.NaN : numerator / denominator;
}
