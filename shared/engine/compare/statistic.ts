import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import type { CoalitionFigures } from './drawn-coalitions.ts';

/** What of the draws is divided: their mean, or a percentile as a probability. */
export type Statistic = { readonly kind: 'mean' } | { readonly kind: 'percentile'; readonly at: number };

/** Figures to be divided, and the share of draws they speak of. */
export interface StatisticFigures {
  /** `figures[output * count + coalition]`: the statistic, then the same with each replicate left out. */
  readonly figures: Float64Array;
  /** Share of draws in which both scenarios have an answer; the others are left aside. */
  readonly answered: number;
}

/**
 * Takes a statistic of every coalition over its draws, whole and with each replicate of the draws left out. Only draws
 * in which both nobody (the first coalition) and everybody (the second) have an answer count; `used` is how many are looked at.
 */
export function statisticOfDraws(
  { values, draws }: CoalitionFigures,
  count: number,
  statistic: Statistic,
  used = draws,
): StatisticFigures {
  const counted: number[] = [];
  const everybody = Math.min(1, count - 1) * draws;
  for (let draw = 0; draw < used; draw++) {
    if (!Number.isNaN(values[draw]) && !Number.isNaN(values[everybody + draw])) counted.push(draw);
  }
  const figures = new Float64Array((REPLICATES + 1) * count);
  const take = statistic.kind === 'mean' ? means : percentilesAt(statistic.at);
  const own = new Float64Array(REPLICATES + 1);
  for (let coalition = 0; coalition < count; coalition++) {
    take(values.subarray(coalition * draws, (coalition + 1) * draws), counted, own);
    own.forEach((value, output) => {
      figures[output * count + coalition] = value;
    });
  }
  return { figures, answered: used === 0 ? Number.NaN : counted.length / used };
}

function means(samples: Float64Array, counted: readonly number[], out: Float64Array): void {
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  const base = samples[counted.find((draw) => !Number.isNaN(samples[draw])) ?? 0];
  for (const draw of counted) {
    const value = samples[draw];
    if (Number.isNaN(value)) continue;
    // Measured from a value of the sample, so that a large common level costs no digits.
    sums[draw & REPLICATE_MASK] += value - base;
    counts[draw & REPLICATE_MASK] += 1;
  }
  let sum = 0;
  let count = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    sum += sums[replicate];
    count += counts[replicate];
  }
  out[0] = base + sum / count;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    out[replicate + 1] = base + (sum - sums[replicate]) / (count - counts[replicate]);
  }
}

/** Percentiles of type 7, as everywhere; leaving out a replicate walks the sorted draws once more. */
function percentilesAt(probability: number): typeof means {
  return (samples, counted, out) => {
    const order = counted
      .filter((draw) => !Number.isNaN(samples[draw]))
      .sort((one, two) => samples[one] - samples[two]);
    const counts = new Float64Array(REPLICATES);
    for (const draw of order) counts[draw & REPLICATE_MASK] += 1;
    out[0] = atRank(samples, order, -1, probability * (order.length - 1));
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const rest = order.length - counts[replicate];
      out[replicate + 1] = atRank(samples, order, replicate, probability * (rest - 1));
    }
  };
}

function atRank(samples: Float64Array, order: readonly number[], without: number, rank: number): number {
  const below = Math.floor(rank);
  let place = -1;
  let low = Number.NaN;
  for (const draw of order) {
    if ((draw & REPLICATE_MASK) === without) continue;
    place += 1;
    if (place === below) {
      low = samples[draw];
      if (rank === below) return low;
    } else if (place === below + 1) {
      return low + (rank - below) * (samples[draw] - low);
    }
  }
  return low;
}
