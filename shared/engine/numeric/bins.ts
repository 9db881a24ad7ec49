/** Bins of even width over the range of a few scouts of a sample, with one open bin at either end: bin 0 lies below, `inner + 1` above. */
export interface Bins {
  readonly low: number;
  /** Bins per unit of the sample. */
  readonly scale: number;
  /** Bins of even width; what has no answer is put into bin `inner + 2`. */
  readonly inner: number;
}

const FEWEST_BINS = 32;
const MOST_INNER_BINS = 2048;
const SCOUTS = 64;

/** Most bins there can be, with the open ones and the one for what has no answer. */
export const MOST_BINS = MOST_INNER_BINS + 3;

/** Returns how many places of a sample lie between one scout and the next. */
export function scoutStride(length: number): number {
  return Math.max(1, Math.floor(length / SCOUTS));
}

/** Makes the bins of a sample of so many values, spread over all but the lowest and the highest of its scouts. */
export function scoutBins(sample: Float64Array, length = sample.length, stride = scoutStride(length)): Bins {
  let found = 0;
  let [lowest, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [highest, last] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < sample.length && found < SCOUTS; at += stride) {
    const value = sample[at];
    if (Number.isNaN(value)) continue;
    found += 1;
    second = Math.min(second, Math.max(lowest, value));
    lowest = Math.min(lowest, value);
    last = Math.max(last, Math.min(highest, value));
    highest = Math.max(highest, value);
  }
  const inner = Math.min(MOST_INNER_BINS, Math.max(FEWEST_BINS, length >> 2));
  const low = found === 0 ? 0 : found === 1 ? lowest : second;
  const high = found === 0 ? 0 : found === 1 ? highest : last;
  return { low, scale: high > low ? inner / (high - low) : 0, inner };
}

/** Writes the bin of every value to `binOf` and counts the values of each bin. */
export function putIntoBins(
  values: Float64Array,
  { low, scale, inner }: Bins,
  binOf: Uint16Array,
  counts: Uint32Array,
): void {
  const { length } = values;
  for (let at = 0; at < length; at++) {
    const value = values[at];
    const place = (value - low) * scale;
    const one = place < 0 ? 0 : place >= inner ? inner + 1 : 1 + (place | 0);
    const kept = Number.isNaN(value) ? inner + 2 : one;
    binOf[at] = kept;
    counts[kept] += 1;
  }
}

/** Returns the bin that holds the value at a whole rank; `firstRank` has the rank of the first value of every bin. */
export function binAtRank(firstRank: Uint32Array, rank: number, inner: number): number {
  let first = 0;
  let last = inner + 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (firstRank[middle] <= rank) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** Writes the rank of the first value of every bin and returns the number of answers. */
export function rankBins(counts: Uint32Array, inner: number, firstRank: Uint32Array): number {
  let rank = 0;
  for (let each = 0; each <= inner + 2; each++) {
    firstRank[each] = rank;
    rank += counts[each];
  }
  return firstRank[inner + 2];
}
