import { createOrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from './bands.ts';
import { markBins } from './mark-bins.ts';
import { createPercentileErrors, KINDS, MIXED } from './percentile-errors.ts';
import { replicateError } from './replicate-error.ts';

/** Summarises one measure at one month over its draws; reuses its memory from slice to slice. */
export type SliceSummary = (samples: Float64Array, firstDraw: number, figures: Float64Array) => void;

const PERCENTILES = BAND_PROBABILITIES.length;
const MEAN = BAND_FIGURES.indexOf('mean');
const MEAN_ERROR = BAND_FIGURES.indexOf('standardError');
const ANSWERED = BAND_FIGURES.indexOf('answered');

/** Makes a summary for slices of at most `capacity` draws. It writes the figures of `BAND_FIGURES`, in that order. */
export function createSliceSummary(capacity: number): SliceSummary {
  const order = createOrderStatistics(capacity);
  const ranks = new Float64Array(PERCENTILES);
  /** The whole ranks on either side of those. */
  const neighbours = new Float64Array(2 * PERCENTILES);
  const percentiles = new Float64Array(PERCENTILES);
  const kindOfBin = new Uint8Array(order.mostBins + 1);
  const kinds = new Uint32Array(REPLICATES * KINDS);
  /** Draws that lie in the bins of the percentiles. */
  const mixed = new Uint32Array(capacity);
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  const writeErrors = createPercentileErrors(order);

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
    findPercentiles(samples, firstDraw, answers);
    figures.set(percentiles);
    writeErrors({ kinds, counts, answers, ranks }, figures);
  };

  /** Writes the percentiles and counts, by replicate, the draws between each two neighbours: in one go over the draws. */
  function findPercentiles(samples: Float64Array, firstDraw: number, answers: number): void {
    order.load(samples);
    for (let index = 0; index < PERCENTILES; index++) {
      ranks[index] = BAND_PROBABILITIES[index] * (answers - 1);
      neighbours[2 * index] = Math.floor(ranks[index]);
      neighbours[2 * index + 1] = Math.ceil(ranks[index]);
    }
    markBins(order, neighbours, kindOfBin);
    kinds.fill(0);
    const count = countKinds(order.binOf, samples.length, firstDraw, kindOfBin, kinds, mixed);
    order.take(neighbours, mixed, count);
    order.at(ranks, percentiles);
    const [a, b, c, d, e] = percentiles;
    for (let at = 0; at < count; at++) {
      const draw = mixed[at];
      const value = samples[draw];
      const kind =
        Number(value > a) + Number(value > b) + Number(value > c) + Number(value > d) + Number(value > e);
      kinds[((firstDraw + draw) & REPLICATE_MASK) * KINDS + kind] += 1;
    }
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
  const { length } = samples;
  for (let at = 0; at < length; at++) sums[(firstDraw + at) & REPLICATE_MASK] += samples[at] - base;
  // One without an answer leaves no sum: only then is it worth looking for them.
  if (Number.isNaN(total(sums))) gatherAnswers(samples, firstDraw, base, sums, counts);
  else countDraws(length, firstDraw, counts);
  let at = 0;
  while (at < length && (samples[at] === base || Number.isNaN(samples[at]))) at += 1;
  return at === length;
}

function countDraws(draws: number, firstDraw: number, counts: Float64Array): void {
  const [rounds, more] = [Math.floor(draws / REPLICATES), draws % REPLICATES];
  for (let place = 0; place < REPLICATES; place++) {
    counts[(firstDraw + place) & REPLICATE_MASK] = place < more ? rounds + 1 : rounds;
  }
}

function gatherAnswers(
  samples: Float64Array,
  firstDraw: number,
  base: number,
  sums: Float64Array,
  counts: Float64Array,
): void {
  sums.fill(0);
  counts.fill(0);
  for (let at = 0; at < samples.length; at++) {
    const value = samples[at];
    if (Number.isNaN(value)) continue;
    const replicate = (firstDraw + at) & REPLICATE_MASK;
    sums[replicate] += value - base;
    counts[replicate] += 1;
  }
}

/**
 * Counts, by replicate, draws by the kind of their bin; writes those whose kind is not told by it to `mixed`, and returns how many.
 * Every draw is written where the next one of those belongs, and stays there if it is one: there is no branch to be foretold.
 */
function countKinds(
  binOf: Uint16Array,
  draws: number,
  firstDraw: number,
  kindOfBin: Uint8Array,
  kinds: Uint32Array,
  mixed: Uint32Array,
): number {
  let count = 0;
  for (let at = 0; at < draws; at++) {
    const kind = kindOfBin[binOf[at]];
    mixed[count] = at;
    count += Number(kind === MIXED);
    kinds[((firstDraw + at) & REPLICATE_MASK) * KINDS + kind] += 1;
  }
  return count;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at];
  return sum;
}
