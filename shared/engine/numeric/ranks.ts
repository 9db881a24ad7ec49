/**
 * Returns the rank of every value (1 for the smallest), ties sharing the mean of their ranks. NaN ranks NaN and counts for
 * nothing.
 */
export function ranks(values: Float64Array): Float64Array {
  return ranksAlong(sortedPlaces(values), values, null);
}

/** Returns the places of all values that are numbers, by increasing value. */
export function sortedPlaces(values: Float64Array): Uint32Array {
  const places = new Uint32Array(values.length);
  let answers = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) places[answers++] = at;
  return places.subarray(0, answers).sort((one, two) => values[one] - values[two]);
}

/**
 * Returns the ranks of values whose sorted places are known, counting only places where `among`, if given, is a number. Walks
 * once along the order, so that ranking again among fewer places needs no sorting.
 */
export function ranksAlong(
  sorted: Uint32Array,
  values: Float64Array,
  among: Float64Array | null,
): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  let before = 0;
  for (let first = 0; first < sorted.length; ) {
    let next = first;
    let counted = 0;
    while (next < sorted.length && values[sorted[next]] === values[sorted[first]]) {
      if (among === null || !Number.isNaN(among[sorted[next]])) counted += 1;
      next += 1;
    }
    for (let place = first; place < next; place++) {
      const at = sorted[place];
      if (among === null || !Number.isNaN(among[at])) result[at] = before + (counted + 1) / 2;
    }
    before += counted;
    first = next;
  }
  return result;
}
