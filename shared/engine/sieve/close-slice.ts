import { MOST_BINS } from '../numeric/bins.ts';
import { createOrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from '../summary/bands.ts';
import { markBins } from '../summary/mark-bins.ts';
import { createPercentileErrors, KINDS, MIXED, NO_ANSWER } from '../summary/percentile-errors.ts';
import { replicateError } from '../summary/replicate-error.ts';
import { gatherKept } from './append-kept.ts';
import type { KeptPages } from './kept-pages.ts';
import { BASE, binsOf, COLUMNS, DIFFERS, LOST, type SliceSieve } from './slice-sieve.ts';

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
  /** Draws that were kept, and the replicate of each. */
  const values = new Float64Array(draws);
  const replicates = new Uint8Array(draws);
  const kinds = new Uint32Array(REPLICATES * KINDS);
  const counts = new Float64Array(REPLICATES);
  const ranks = new Float64Array(PERCENTILES);
  /** The whole ranks on either side of those. */
  const neighbours = new Float64Array(2 * PERCENTILES);
  const kindOfBin = new Uint8Array(MOST_BINS);
  const percentiles = new Float64Array(PERCENTILES);
  let sieve: SliceSieve | null = null;
  const isKept = (bin: number): boolean => sieve !== null && sieve.kindOfBin[bin] >= MIXED;
  const writeErrors = createPercentileErrors(order, (rank) => isKept(order.binOfRank(rank)));

  return (closing, pages, figures) => {
    sieve = closing;
    const { bounds, notes, sums } = sieve;
    figures.fill(Number.NaN);
    if (notes[LOST] === 1) return false;
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
      counts[place] = (place < more ? rounds + 1 : rounds) - found[place * COLUMNS + NO_ANSWER];
    }
  }

  function findPercentiles(from: SliceSieve, pages: KeptPages, answers: number): boolean {
    const count = gatherKept(from, pages, values, replicates);
    order.resume(binsOf(from), from.counts, values.subarray(0, count), levelsByBin(from));
    for (let index = 0; index < PERCENTILES; index++) {
      ranks[index] = BAND_PROBABILITIES[index] * (answers - 1);
      neighbours[2 * index] = Math.floor(ranks[index]);
      neighbours[2 * index + 1] = Math.ceil(ranks[index]);
      const isInside =
        order.binOfRank(neighbours[2 * index]) >= from.brackets[2 * index] &&
        order.binOfRank(neighbours[2 * index + 1]) <= from.brackets[2 * index + 1];
      if (!isInside) return false;
    }
    order.at(ranks, percentiles);
    if (!percentiles.every(Number.isFinite)) return false;
    markBins(order, neighbours, kindOfBin);
    countKept(from, count);
    return true;
  }

  /** Counts the draws that were kept, or at a level, among the others, now that it is known what they lie above. */
  function countKept({ kinds: found, levels, kindOfBin: columnOfBin }: SliceSieve, count: number): void {
    const [a, b, c, d, e] = percentiles;
    const kindOf = (value: number): number =>
      Number(value > a) + Number(value > b) + Number(value > c) + Number(value > d) + Number(value > e);
    const kindOfColumn = Array.from({ length: COLUMNS }, (_, column) =>
      column < KINDS ? column : kindOf(levels[column]),
    );
    kinds.fill(0);
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      for (let column = 0; column < COLUMNS; column++) {
        kinds[replicate * KINDS + kindOfColumn[column]] += found[replicate * COLUMNS + column];
      }
    }
    // Those that were kept out of the bin of a level were counted as if they stood at it, all others as mixed.
    const { binOf } = order;
    for (let at = 0; at < count; at++) {
      const place = replicates[at] * KINDS;
      const kind = kindOfBin[binOf[at]];
      kinds[place + kindOfColumn[columnOfBin[binOf[at]]]] -= 1;
      kinds[place + (kind === MIXED ? kindOf(values[at]) : kind)] += 1;
    }
  }
}

/** The levels of bins that have one. */
function levelsByBin({ levels, kindOfBin }: SliceSieve): ReadonlyMap<number, number> {
  const byBin = new Map<number, number>();
  for (let kind = KINDS; kind < COLUMNS; kind++) {
    if (!Number.isNaN(levels[kind])) byBin.set(kindOfBin.indexOf(kind), levels[kind]);
  }
  return byBin;
}
