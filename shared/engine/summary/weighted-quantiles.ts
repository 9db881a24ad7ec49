import type { OrderStatistics } from '../numeric/order-statistics.ts';

/** Percentiles of samples whose places carry weights. */
export interface WeightedQuantiles {
  readonly load: (sample: Float64Array) => void;
  /** Writes the values at the given probabilities (0…1) to `out`. */
  readonly at: (probabilities: ArrayLike<number>, out: Float64Array) => void;
}

/**
 * Makes a finder of weighted percentiles. Every value stands at the middle of its weight: with cumulative weight C and
 * own weight w it has the position (C - w/2 - a) / (W - a - b), where a and b are half the weights of the smallest and
 * the largest value, and percentiles lie linearly between positions. With equal weights that is type 7. Values without
 * weight count for nothing.
 */
export function createWeightedQuantiles(order: OrderStatistics, weights: Float64Array): WeightedQuantiles {
  const weightOfBin = new Float64Array(order.mostBins + 1);
  let sample: Float64Array = new Float64Array(0);
  /** Places with weight, bin by bin; a bin is put in order when it is first looked into. */
  const places = new Uint32Array(weights.length);
  const firstOfBin = new Uint32Array(order.mostBins + 2);
  const isSorted = new Uint8Array(order.mostBins + 1);

  /** Places of one bin with weight, by increasing value. */
  const placesOf = (bin: number): Uint32Array => {
    const own = places.subarray(firstOfBin[bin], firstOfBin[bin + 1]);
    if (isSorted[bin] === 0) own.sort((one, two) => sample[one] - sample[two] || one - two);
    isSorted[bin] = 1;
    return own;
  };

  const nextBin = (bin: number, step: 1 | -1): number => {
    let next = bin + step;
    while (next >= 0 && next < order.bins() && weightOfBin[next] === 0) next += step;
    return next < order.bins() ? next : -1;
  };

  const load = (values: Float64Array): void => {
    sample = values;
    order.load(values);
    weightOfBin.fill(0);
    firstOfBin.fill(0);
    isSorted.fill(0);
    const { binOf } = order;
    for (let at = 0; at < values.length; at++) {
      weightOfBin[binOf[at]] += weights[at];
      if (weights[at] > 0) firstOfBin[binOf[at] + 1] += 1;
    }
    for (let bin = 1; bin < firstOfBin.length; bin++) firstOfBin[bin] += firstOfBin[bin - 1];
    const next = firstOfBin.slice();
    for (let at = 0; at < values.length; at++) if (weights[at] > 0) places[next[binOf[at]]++] = at;
  };

  const valueAt = (probability: number): number => {
    const first = nextBin(-1, 1);
    const last = nextBin(order.bins(), -1);
    const half = weights[placesOf(first)[0]] / 2;
    const lastPlaces = placesOf(last);
    let whole = 0;
    for (let bin = 0; bin < order.bins(); bin++) whole += weightOfBin[bin];
    const target = half + probability * (whole - half - weights[lastPlaces[lastPlaces.length - 1]] / 2);
    let bin = first;
    let before = 0;
    while (bin !== last && before + weightOfBin[bin] <= target) {
      before += weightOfBin[bin];
      bin = nextBin(bin, 1);
    }
    // The neighbours of the target are in this bin or at the near ends of the bins beside it.
    const earlier = bin === first ? -1 : nextBin(bin, -1);
    let lowerValue = Number.NaN;
    let lowerMiddle = Number.NEGATIVE_INFINITY;
    if (earlier >= 0) {
      const places = placesOf(earlier);
      const place = places[places.length - 1];
      lowerValue = sample[place];
      lowerMiddle = before - weights[place] / 2;
    }
    const later = bin === last ? -1 : nextBin(bin, 1);
    const candidates = [...placesOf(bin), ...(later >= 0 ? placesOf(later).subarray(0, 1) : [])];
    let reached = before;
    for (const place of candidates) {
      const middle = reached + weights[place] / 2;
      if (middle >= target) {
        if (lowerMiddle === Number.NEGATIVE_INFINITY) return sample[place];
        const share = (target - lowerMiddle) / (middle - lowerMiddle);
        return lowerValue + share * (sample[place] - lowerValue);
      }
      reached += weights[place];
      lowerMiddle = middle;
      lowerValue = sample[place];
    }
    return lowerValue;
  };

  const at = (probabilities: ArrayLike<number>, out: Float64Array): void => {
    for (let index = 0; index < probabilities.length; index++) out[index] = valueAt(probabilities[index]);
  };

  return { load, at };
}
