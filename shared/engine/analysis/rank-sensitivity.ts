import { correlation } from '../numeric/correlation.ts';
import { ranks } from '../numeric/ranks.ts';
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
  /** Effects of every uncertain input, in the order of the sampler, on a figure given for the same draws. */
  readonly of: (samples: Float64Array) => readonly RankEffect[];
}

/**
 * Prepares rank sensitivity over draws `firstDraw` … `firstDraw + draws - 1`. The draws of the inputs are made again, which costs little;
 * memory is 8 bytes per input and draw, so a few ten thousand draws are enough of a long run.
 * Contribution to variance after Iman and Helton (1988); it is exact for figures additive in ranks and independent inputs.
 */
export function createRankSensitivity(sampler: Sampler, firstDraw: number, draws: number): RankSensitivity {
  const values = new Float64Array(sampler.inputs * draws);
  fillBlock(sampler, firstDraw, draws, values);
  const columns = sampler.uncertain.map(({ slot, key }) => ({
    slot,
    key,
    values: values.subarray(slot * draws, (slot + 1) * draws),
    ranks: ranks(values.subarray(slot * draws, (slot + 1) * draws)),
  }));
  return {
    of: (samples) => {
      const used = samples.subarray(0, draws);
      const figureRanks = ranks(used);
      const hasGaps = figureRanks.some(Number.isNaN);
      const answers = hasGaps ? figureRanks.filter((rank) => !Number.isNaN(rank)).length : used.length;
      const found = columns.map((column) =>
        // Where some draws have no answer, the input is ranked among the others only.
        correlation(hasGaps ? ranks(withGaps(column.values, used)) : column.ranks, figureRanks),
      );
      const all = found.reduce((sum, rank) => sum + (Number.isNaN(rank) ? 0 : rank * rank), 0);
      return columns.map(({ slot, key }, index) => ({
        slot,
        key,
        rank: found[index],
        standardError: (1 - found[index] ** 2) / Math.sqrt(Math.max(1, answers - 1)),
        contribution: all > 0 ? found[index] ** 2 / all : Number.NaN,
      }));
    },
  };
}

function withGaps(values: Float64Array, like: Float64Array): Float64Array {
  return values.map((value, at) => (Number.isNaN(like[at]) ? Number.NaN : value));
}
