import type { Lanes } from '../block/block.ts';

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

/** Says whether any lane holds something other than a value. */
export function isAnyNot(value: number, values: Lanes): boolean {
  for (let l = 0; l < values.length; l += 1) if (values[l] !== value) return true;
  return false;
}
