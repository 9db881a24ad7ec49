import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { type RunControl, uncontrolled } from '../control.ts';
import { correlation } from '../numeric/correlation.ts';
import { ranks, ranksAlong, sortedPlaces } from '../numeric/ranks.ts';
import type { Slot } from '../plan/input.ts';
import { fillBlock, type Sampler } from '../random/sampler.ts';

/** How strongly one input and a figure move together over the draws already made. */
export interface RankEffect {
  readonly slot: Slot;
  readonly key: string;
  /** Rank correlation (Spearman), -1…1; NaN where the figure does not vary. */
  readonly rank: number;
  /** Its sampling error, one standard deviation. */
  readonly standardError: number;
  /** Share of the variance of the ranks: squared correlation over the sum of all; the shares sum to 1. */
  readonly contribution: number;
}

/** Rank correlations of all uncertain inputs with any figure of the same draws. */
export interface RankSensitivity {
  /**
   * Effects of every uncertain input, in the order of the sampler, on a figure given for the same draws. Asks before
   * every input whether it is cancelled; what is left then has no answer.
   */
  readonly of: (samples: Float64Array, control?: RunControl) => readonly RankEffect[];
}

interface Column {
  readonly slot: Slot;
  readonly key: string;
  readonly values: Float64Array;
  /** Places of the values by size. */
  readonly sorted: Uint32Array;
  /** Ranks less their mean, divided by their length as a vector: the product of two such is their correlation. */
  readonly unitRanks: Float64Array;
}

/** Draws made again at a time. */
const BLOCK = 512;

/**
 * Prepares rank sensitivity over draws `firstDraw` … `firstDraw + draws - 1`. The draws of the inputs are made again, which costs little;
 * memory is 20 bytes per uncertain input and draw, so a few ten thousand draws are enough of a long run. Asks before every
 * input whether it is cancelled.
 * Contribution to variance after Iman and Helton (1988); it is exact for figures additive in ranks and independent inputs.
 */
export function prepareRankSensitivity(
  sampler: Sampler,
  firstDraw: number,
  draws: number,
  control: RunControl,
): Outcome<RankSensitivity, 'cancelled'> {
  const { uncertain } = sampler;
  const values = new Float64Array(uncertain.length * draws);
  const block = new Float64Array(sampler.inputs * BLOCK);
  for (let from = 0; from < draws; from += BLOCK) {
    if (control.isCancelled()) return fail('cancelled');
    fillBlock(sampler, firstDraw + from, BLOCK, block);
    const count = Math.min(BLOCK, draws - from);
    uncertain.forEach(({ slot }, index) => {
      values.set(block.subarray(slot * BLOCK, slot * BLOCK + count), index * draws + from);
    });
  }
  const columns: Column[] = [];
  for (const [index, { slot, key }] of uncertain.entries()) {
    if (control.isCancelled()) return fail('cancelled');
    const own = values.subarray(index * draws, (index + 1) * draws);
    const sorted = sortedPlaces(own);
    columns.push({ slot, key, values: own, sorted, unitRanks: unitVector(ranksAlong(sorted, own, null)) });
  }
  return ok({
    of: (samples, { isCancelled } = uncontrolled) => {
      const used = samples.subarray(0, draws);
      const figureRanks = ranks(used);
      const hasGaps = figureRanks.some(Number.isNaN);
      const unitRanks = hasGaps ? figureRanks : unitVector(figureRanks);
      const answers = hasGaps ? figureRanks.filter((rank) => !Number.isNaN(rank)).length : used.length;
      const found = columns.map((column) => {
        if (isCancelled()) return Number.NaN;
        if (!hasGaps) return product(column.unitRanks, unitRanks);
        // Where some draws have no answer, the input is ranked among the others only.
        return correlation(ranksAlong(column.sorted, column.values, used), figureRanks);
      });
      const all = found.reduce((sum, rank) => sum + (Number.isNaN(rank) ? 0 : rank * rank), 0);
      return columns.map(({ slot, key }, index) => ({
        slot,
        key,
        rank: found[index],
        standardError: (1 - found[index] ** 2) / Math.sqrt(Math.max(1, answers - 1)),
        contribution: all > 0 ? found[index] ** 2 / all : Number.NaN,
      }));
    },
  });
}

/** Prepares rank sensitivity to the end; see `prepareRankSensitivity`. */
export function createRankSensitivity(sampler: Sampler, firstDraw: number, draws: number): RankSensitivity {
  const prepared = prepareRankSensitivity(sampler, firstDraw, draws, uncontrolled);
  return prepared.ok ? prepared.value : { of: () => [] };
}

/** Centres values and divides them by their length as a vector; NaN throughout where they do not vary. */
function unitVector(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let square = 0;
  for (let at = 0; at < values.length; at++) square += (values[at] - mean) ** 2;
  const length = Math.sqrt(square);
  return values.map((value) => (length > 0 ? (value - mean) / length : Number.NaN));
}

function product(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * two[at];
  // Rounding must not make a perfect correlation more than perfect.
  return Math.max(-1, Math.min(1, sum));
}
