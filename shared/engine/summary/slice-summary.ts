import { createOrderStatistics, type OrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from './bands.ts';
import { replicateError } from './replicate-error.ts';

/** Summarises one measure at one month over its draws; reuses its memory from slice to slice. */
export type SliceSummary = (samples: Float64Array, firstDraw: number, figures: Float64Array) => void;

const PERCENTILES = BAND_PROBABILITIES.length;
const MEAN = BAND_FIGURES.indexOf('mean');
const MEAN_ERROR = BAND_FIGURES.indexOf('standardError');
const FIRST_ERROR = BAND_FIGURES.indexOf('p5Error');
const ANSWERED = BAND_FIGURES.indexOf('answered');

/** Kinds of bins while counting: how many percentiles lie below (0…5), no answer, or to be looked at value by value. */
const NO_ANSWER = 6;
const MIXED = 7;
const KINDS = 8;

/**
 * Where all replicates agree on the share below, as evenly spread draws of a single input can, a percentile is still known to a few
 * neighbouring values only.
 */
export const FEWEST_RANKS = 2;

/** Ranks are taken this many standard errors to either side: where the error of a percentile is read off. */
const REACH = 1.959963984540054;

/**
 * Makes a summary for slices of at most `capacity` draws. It writes the figures of `BAND_FIGURES`, in that order.
 *
 * The sampling error of a percentile comes from its replicates: how much the share of draws below it differs from one
 * replicate to another tells how far in rank the percentile may be off, and the order statistics so many ranks away tell what
 * that is in value.
 */
export function createSliceSummary(capacity: number): SliceSummary {
  const order = createOrderStatistics(capacity);
  const percentiles = new Float64Array(PERCENTILES);
  const ranks = new Float64Array(2 * PERCENTILES);
  const around = new Float64Array(2 * PERCENTILES);
  const kindOfBin = new Uint8Array(order.mostBins + 1);
  const kinds = new Uint32Array(REPLICATES * KINDS);
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);

  return (samples, firstDraw, figures) => {
    figures.fill(Number.NaN);
    const first = samples.find((value) => !Number.isNaN(value));
    if (first === undefined) {
      figures[ANSWERED] = 0;
      return;
    }
    const isLevel = gatherSums(samples, firstDraw, first, sums, counts);
    const answers = total(counts);
    figures[ANSWERED] = answers / samples.length;
    if (isLevel) {
      figures.fill(first, 0, MEAN + 1);
      figures.fill(answers > 1 ? 0 : Number.NaN, MEAN_ERROR, ANSWERED);
      return;
    }
    figures[MEAN] = first + total(sums) / answers;
    figures[MEAN_ERROR] = replicateError(sums, counts);
    order.load(samples);
    BAND_PROBABILITIES.forEach((probability, index) => {
      ranks[index] = probability * (answers - 1);
    });
    order.at(ranks.subarray(0, PERCENTILES), percentiles);
    figures.set(percentiles);
    countKinds(samples, firstDraw, order, percentiles, kindOfBin, kinds);
    writePercentileErrors(figures);
  };

  function writePercentileErrors(figures: Float64Array): void {
    const answers = total(counts);
    const reach = new Float64Array(PERCENTILES);
    sums.fill(0);
    for (let index = 0; index < PERCENTILES; index++) {
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        sums[replicate] += kinds[replicate * KINDS + index];
      }
      reach[index] = Math.max(FEWEST_RANKS, REACH * replicateError(sums, counts) * (answers - 1));
    }
    const last = answers - 1;
    let isTold = true;
    BAND_PROBABILITIES.forEach((probability, index) => {
      ranks[index] = Math.max(0, probability * last - reach[index]);
      ranks[PERCENTILES + index] = Math.min(last, probability * last + reach[index]);
      const distance = order.distance(ranks[index], ranks[PERCENTILES + index]);
      figures[FIRST_ERROR + index] = distance / (2 * REACH);
      if (Number.isNaN(distance)) isTold = false;
    });
    if (!isTold) writeExactErrors(figures);
  }

  function writeExactErrors(figures: Float64Array): void {
    const byRank = [...ranks.keys()].sort((one, two) => ranks[one] - ranks[two]);
    order.at(
      byRank.map((index) => ranks[index]),
      around,
    );
    figures.fill(0, FIRST_ERROR, FIRST_ERROR + PERCENTILES);
    byRank.forEach((index, place) => {
      const sign = index < PERCENTILES ? -1 : 1;
      figures[FIRST_ERROR + (index % PERCENTILES)] += (sign * around[place]) / (2 * REACH);
    });
  }
}

/** Sums by replicate, measured from `base` so that a large common level costs no digits; tells whether all are equal. */
function gatherSums(
  samples: Float64Array,
  firstDraw: number,
  base: number,
  sums: Float64Array,
  counts: Float64Array,
): boolean {
  sums.fill(0);
  counts.fill(0);
  let isLevel = true;
  for (let at = 0; at < samples.length; at++) {
    const value = samples[at];
    if (Number.isNaN(value)) continue;
    const replicate = (firstDraw + at) & REPLICATE_MASK;
    if (value !== base) isLevel = false;
    sums[replicate] += value - base;
    counts[replicate] += 1;
  }
  return isLevel;
}

/** Counts, by replicate, the draws between each two neighbouring percentiles; most by their bin alone. */
function countKinds(
  samples: Float64Array,
  firstDraw: number,
  order: OrderStatistics,
  percentiles: Float64Array,
  kindOfBin: Uint8Array,
  kinds: Uint32Array,
): void {
  let start = 0;
  percentiles.forEach((percentile, index) => {
    const bin = order.bin(percentile);
    kindOfBin.fill(index, start, Math.max(start, bin));
    kindOfBin[bin] = MIXED;
    start = bin + 1;
  });
  kindOfBin.fill(PERCENTILES, start, order.bins());
  kindOfBin[order.bins()] = NO_ANSWER;
  kinds.fill(0);
  const [a, b, c, d, e] = percentiles;
  for (let at = 0; at < samples.length; at++) {
    let kind = kindOfBin[order.binOf[at]];
    if (kind === MIXED) {
      const value = samples[at];
      kind =
        Number(value > a) + Number(value > b) + Number(value > c) + Number(value > d) + Number(value > e);
    }
    kinds[((firstDraw + at) & REPLICATE_MASK) * KINDS + kind] += 1;
  }
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at];
  return sum;
}
