import { createOrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from '../summary/bands.ts';
import { createPercentileErrors, KINDS, MIXED, NO_ANSWER } from '../summary/percentile-errors.ts';
import { replicateError } from '../summary/replicate-error.ts';
import { gatherKept } from './append-kept.ts';
import type { KeptPages } from './kept-pages.ts';
import { BASE, binsOf, DIFFERS, FULL, KEPT, MOST_LEVELS, type SliceSieve } from './slice-sieve.ts';

/** Writes the figures of what has gone through a sieve; false where draws would be needed that were not kept. */
export type CloseSlice = (sieve: SliceSieve, pages: KeptPages, figures: Float64Array) => boolean;

const PERCENTILES = BAND_PROBABILITIES.length;
const MEAN = BAND_FIGURES.indexOf('mean');
const MEAN_ERROR = BAND_FIGURES.indexOf('standardError');
const ANSWERED = BAND_FIGURES.indexOf('answered');

/**
 * Makes a summary of sieves that the first `draws` of a run have gone through. It gives the figures of the plain summary to the last
 * bit, or none.
 */
export function createCloseSlice(draws: number): CloseSlice {
  const order = createOrderStatistics(draws);
  /** Draws that were kept, with those at levels behind them, and the replicates of those that were kept. */
  const values = new Float64Array(draws);
  const replicates = new Uint8Array(draws);
  const kinds = new Uint32Array(REPLICATES * KINDS);
  const counts = new Float64Array(REPLICATES);
  const ranks = new Float64Array(PERCENTILES);
  const percentiles = new Float64Array(PERCENTILES);
  let sieve: SliceSieve | null = null;
  const isKept = (bin: number): boolean => sieve !== null && sieve.kindOfBin[bin] >= MIXED;
  const writeErrors = createPercentileErrors(order, (rank) => isKept(order.binOfRank(rank)));

  return (closing, pages, figures) => {
    sieve = closing;
    const { bounds, notes, sums } = sieve;
    figures.fill(Number.NaN);
    if (notes[FULL] === 1) return false;
    countAnswers(sieve.kinds);
    const answers = counts.reduce((sum, count) => sum + count, 0);
    figures[ANSWERED] = answers / draws;
    if (answers === 0) return true;
    if (notes[DIFFERS] === 0) {
      figures.fill(bounds[BASE], 0, MEAN + 1);
      figures.fill(answers > 1 ? 0 : Number.NaN, MEAN_ERROR, ANSWERED);
      return true;
    }
    figures[MEAN] = bounds[BASE] + sums.reduce((sum, one) => sum + one, 0) / answers;
    figures[MEAN_ERROR] = replicateError(sums, counts);
    if (!findPercentiles(sieve, pages, answers)) return false;
    figures.set(percentiles);
    return writeErrors({ kinds, counts, answers, ranks }, figures);
  };

  /** By replicate: draws are dealt to them in turn. */
  function countAnswers(found: Uint32Array): void {
    const [rounds, more] = [Math.floor(draws / REPLICATES), draws % REPLICATES];
    for (let place = 0; place < REPLICATES; place++) {
      counts[place] = (place < more ? rounds + 1 : rounds) - found[place * KINDS + NO_ANSWER];
    }
  }

  function findPercentiles(from: SliceSieve, pages: KeptPages, answers: number): boolean {
    const count = gatherValues(from, pages);
    if (count === null) return false;
    order.resume(binsOf(from), from.counts, values.subarray(0, count));
    for (let index = 0; index < PERCENTILES; index++) {
      ranks[index] = BAND_PROBABILITIES[index] * (answers - 1);
      const isInside =
        order.binOfRank(Math.floor(ranks[index])) >= from.brackets[2 * index] &&
        order.binOfRank(Math.ceil(ranks[index])) <= from.brackets[2 * index + 1];
      if (!isInside) return false;
    }
    order.at(ranks, percentiles);
    if (!percentiles.every(Number.isFinite)) return false;
    countKept(from);
    return true;
  }

  /** Returns how many values are at hand; null where it would depend on their order which zero is found. */
  function gatherValues(from: SliceSieve, pages: KeptPages): number | null {
    const { levels, atLevel } = from;
    const kept = gatherKept(from, pages, values, replicates);
    let count = kept;
    for (let level = 0; level < MOST_LEVELS; level++) {
      const many = totalOf(atLevel, level);
      if (many > 0 && levels[level] === 0 && values.subarray(0, kept).includes(0)) return null;
      values.fill(levels[level], count, count + many);
      count += many;
    }
    return count;
  }

  /** Counts the draws that were kept, or at a level, among the others, now that it is known what they lie above. */
  function countKept({ notes, kinds: found, levels, atLevel }: SliceSieve): void {
    kinds.set(found);
    const [a, b, c, d, e] = percentiles;
    const kindOf = (value: number): number =>
      Number(value > a) + Number(value > b) + Number(value > c) + Number(value > d) + Number(value > e);
    for (let at = 0; at < notes[KEPT]; at++) kinds[replicates[at] * KINDS + kindOf(values[at])] += 1;
    for (let level = 0; level < MOST_LEVELS; level++) {
      const kind = kindOf(levels[level]);
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        kinds[replicate * KINDS + kind] += atLevel[level * REPLICATES + replicate];
      }
    }
  }
}

function totalOf(atLevel: Uint32Array, level: number): number {
  let total = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++)
    total += atLevel[level * REPLICATES + replicate];
  return total;
}
