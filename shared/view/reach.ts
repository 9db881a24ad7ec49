/** Gives the first index at which values reach a level, or -1. */
export function firstReaching(values: Float64Array, level: number): number {
  return values.findIndex((value) => value >= level);
}

/** Gives the index of the largest answer, or -1 where there is none. */
export function indexOfLargest(values: Float64Array): number {
  let best = -1;
  values.forEach((value, at) => {
    if (Number.isFinite(value) && (best < 0 || value > (values[best] ?? Number.NEGATIVE_INFINITY))) best = at;
  });
  return best;
}

/** Says whether any value is an answer other than zero. */
export function hasSubstance(values: Float64Array | null): values is Float64Array {
  return values?.some((value) => Number.isFinite(value) && Math.abs(value) > 1e-9) ?? false;
}
