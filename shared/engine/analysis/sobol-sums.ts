import { streamKey } from '../random/stream-key.ts';
import { threefry } from '../random/threefry.ts';

/** Sums of products over blocks of rows, from which indices and their resamplings are formed. */
export interface SobolTotals {
  readonly dimensions: number;
  readonly outputs: number;
  readonly blocks: number;
  /** Over both base matrices, at `output * blocks + block`: number, sum and sum of squares of the centred values. */
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly square: Float64Array;
  /** Per input, at `(output * dimensions + input) * blocks + block`: rows, Σ f_B (f_AB - f_A), Σ (f_A - f_AB)². */
  readonly rows: Float64Array;
  readonly first: Float64Array;
  readonly total: Float64Array;
}

/** Indices of all inputs for one output. NaN where the output does not vary. */
export interface SobolEstimate {
  readonly variance: number;
  readonly inputs: readonly { readonly first: Interval; readonly total: Interval }[];
}

/** An estimate with the ends of its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Gathers sums while rows arrive: base values of some rows first, then each mixed matrix for the same rows. */
export interface SobolSums {
  readonly totals: SobolTotals;
  readonly addBase: (firstRow: number, count: number, a: Float64Array, b: Float64Array) => void;
  readonly addMixed: (input: number, mixed: Float64Array) => void;
}

const MOST_BLOCKS = 64;
const RESAMPLES = 200;

/** Makes empty sums for a design of so many rows. Rows without an answer on any side are left out. */
export function createSobolSums(dimensions: number, outputs: number, rows: number): SobolSums {
  const blocks = Math.min(rows, MOST_BLOCKS);
  const perOutput = () => new Float64Array(outputs * blocks);
  const perInput = () => new Float64Array(outputs * dimensions * blocks);
  const totals: SobolTotals = {
    dimensions,
    outputs,
    blocks,
    count: perOutput(),
    sum: perOutput(),
    square: perOutput(),
    rows: perInput(),
    first: perInput(),
    total: perInput(),
  };
  const centre = new Float64Array(outputs);
  let [firstRow, count] = [0, 0];
  let a: Float64Array = new Float64Array(0);
  let b: Float64Array = new Float64Array(0);

  const addBase: SobolSums['addBase'] = (nextRow, nextCount, nextA, nextB) => {
    [firstRow, count, a, b] = [nextRow, nextCount, nextA, nextB];
    for (let output = 0; output < outputs; output++) {
      if (firstRow === 0) centre[output] = meanOf(a, b, output * count, count);
      for (let row = 0; row < count; row++) {
        const [fa, fb] = [a[output * count + row] - centre[output], b[output * count + row] - centre[output]];
        if (Number.isNaN(fa) || Number.isNaN(fb)) continue;
        const at = output * blocks + ((firstRow + row) % blocks);
        totals.count[at] += 2;
        totals.sum[at] += fa + fb;
        totals.square[at] += fa * fa + fb * fb;
      }
    }
  };

  const addMixed: SobolSums['addMixed'] = (input, mixed) => {
    for (let output = 0; output < outputs; output++) {
      for (let row = 0; row < count; row++) {
        const place = output * count + row;
        const difference = mixed[place] - a[place];
        const product = (b[place] - centre[output]) * difference;
        if (Number.isNaN(product)) continue;
        const at = (output * dimensions + input) * blocks + ((firstRow + row) % blocks);
        totals.rows[at] += 1;
        totals.first[at] += product;
        totals.total[at] += difference * difference;
      }
    }
  };

  return { totals, addBase, addMixed };
}

/**
 * Forms the indices of every output, with intervals from 200 bootstrap resamplings of the blocks of rows (percentile
 * method, Efron 1979; after Archer, Saltelli, Sobol, 1997).
 */
export function sobolEstimates(totals: SobolTotals, seed: number): SobolEstimate[] {
  const { dimensions, outputs, blocks } = totals;
  const once = new Float64Array(blocks).fill(1);
  const resamples = Array.from({ length: RESAMPLES }, (_, index) => resample(blocks, seed, index));
  return Array.from({ length: outputs }, (_, output) => {
    const variance = varianceOf(totals, output, once);
    const variances = resamples.map((weights) => varianceOf(totals, output, weights));
    const inputs = Array.from({ length: dimensions }, (_, input) => {
      const at = (output * dimensions + input) * blocks;
      const interval = (sums: Float64Array, scale: number): Interval => {
        const estimate = (weights: Float64Array, of: number) =>
          (scale * dot(sums, at, weights)) / dot(totals.rows, at, weights) / of;
        const value = estimate(once, variance);
        const spread = Float64Array.from(resamples, (weights, index) => estimate(weights, variances[index]));
        spread.sort();
        return {
          value,
          low: spread[Math.floor(0.025 * RESAMPLES)],
          high: spread[Math.ceil(0.975 * RESAMPLES) - 1],
        };
      };
      return { first: interval(totals.first, 1), total: interval(totals.total, 0.5) };
    });
    return { variance, inputs };
  });
}

function resample(blocks: number, seed: number, index: number): Float64Array {
  const { k0, k1 } = streamKey(seed, 'bootstrap');
  const words = new Uint32Array(2);
  const weights = new Float64Array(blocks);
  for (let pick = 0; pick < blocks; pick++) {
    threefry(k0, k1, index, pick, words);
    weights[Math.floor((words[0] / 4294967296) * blocks)] += 1;
  }
  return weights;
}

function varianceOf(totals: SobolTotals, output: number, weights: Float64Array): number {
  const at = output * totals.blocks;
  const count = dot(totals.count, at, weights);
  const mean = dot(totals.sum, at, weights) / count;
  const variance = dot(totals.square, at, weights) / count - mean * mean;
  return variance > 0 ? variance : Number.NaN;
}

function dot(values: Float64Array, at: number, weights: Float64Array): number {
  let sum = 0;
  for (let block = 0; block < weights.length; block++) sum += values[at + block] * weights[block];
  return sum;
}

function meanOf(a: Float64Array, b: Float64Array, from: number, count: number): number {
  let [sum, answers] = [0, 0];
  for (let at = from; at < from + count; at++) {
    if (Number.isNaN(a[at]) || Number.isNaN(b[at])) continue;
    sum += a[at] + b[at];
    answers += 2;
  }
  return answers === 0 ? 0 : sum / answers;
}
