import { createOrderStatistics } from '../numeric/order-statistics.ts';
import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES, BAND_PROBABILITIES } from './bands.ts';
import { FEWEST_RANKS } from './percentile-errors.ts';
import { replicateError } from './replicate-error.ts';
import type { SliceSummary } from './slice-summary.ts';
import { createWeightedQuantiles } from './weighted-quantiles.ts';

const PERCENTILES = BAND_PROBABILITIES.length;
const MEAN = BAND_FIGURES.indexOf('mean');
const MEAN_ERROR = BAND_FIGURES.indexOf('standardError');
const FIRST_ERROR = BAND_FIGURES.indexOf('p5Error');
const ANSWERED = BAND_FIGURES.indexOf('answered');
const REACH = 1.959963984540054;

/**
 * Makes a summary in which every draw counts by its weight (≥ 0, by place in the sample). With equal weights it gives
 * the figures of the plain summary. The sampling error covers the weights as well: it is that of a ratio.
 */
export function createWeightedSliceSummary(weights: Float64Array): SliceSummary {
  const quantiles = createWeightedQuantiles(createOrderStatistics(weights.length), weights);
  const allWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  const below = new Float64Array(PERCENTILES * REPLICATES);
  const percentiles = new Float64Array(PERCENTILES);
  const targets = new Float64Array(2 * PERCENTILES);
  const around = new Float64Array(2 * PERCENTILES);

  return (samples, firstDraw, figures) => {
    figures.fill(Number.NaN);
    const base = samples.find((value, at) => !Number.isNaN(value) && weights[at] > 0);
    if (base === undefined) {
      figures[ANSWERED] = 0;
      return;
    }
    const isLevel = gatherSums(samples, firstDraw, base);
    const weight = total(counts);
    figures[ANSWERED] = weight / allWeight;
    if (isLevel) {
      figures.fill(base, 0, MEAN + 1);
      figures.fill(0, MEAN_ERROR, ANSWERED);
      return;
    }
    figures[MEAN] = base + total(sums) / weight;
    figures[MEAN_ERROR] = replicateError(sums, counts);
    quantiles.load(samples);
    quantiles.at(BAND_PROBABILITIES, percentiles);
    figures.set(percentiles);
    gatherBelow(samples, firstDraw);
    const effective = (weight * weight) / squaredWeight(samples);
    BAND_PROBABILITIES.forEach((probability, index) => {
      const own = below.subarray(index * REPLICATES, (index + 1) * REPLICATES);
      const reach = Math.max(FEWEST_RANKS / (effective - 1), REACH * replicateError(own, counts));
      targets[index] = Math.max(0, probability - reach);
      targets[PERCENTILES + index] = Math.min(1, probability + reach);
    });
    quantiles.at(targets, around);
    for (let index = 0; index < PERCENTILES; index++) {
      figures[FIRST_ERROR + index] = (around[PERCENTILES + index] - around[index]) / (2 * REACH);
    }
  };

  function gatherSums(samples: Float64Array, firstDraw: number, base: number): boolean {
    sums.fill(0);
    counts.fill(0);
    let isLevel = true;
    for (let at = 0; at < samples.length; at++) {
      const value = samples[at];
      const weight = weights[at];
      if (Number.isNaN(value) || weight === 0) continue;
      if (value !== base) isLevel = false;
      const replicate = (firstDraw + at) & REPLICATE_MASK;
      sums[replicate] += weight * (value - base);
      counts[replicate] += weight;
    }
    return isLevel;
  }

  function squaredWeight(samples: Float64Array): number {
    let sum = 0;
    samples.forEach((value, at) => {
      if (!Number.isNaN(value)) sum += weights[at] ** 2;
    });
    return sum;
  }

  /** Weight at or below each percentile, by replicate. */
  function gatherBelow(samples: Float64Array, firstDraw: number): void {
    below.fill(0);
    for (let at = 0; at < samples.length; at++) {
      const weight = weights[at];
      if (weight === 0) continue;
      for (let index = PERCENTILES - 1; index >= 0 && samples[at] <= percentiles[index]; index--) {
        below[index * REPLICATES + ((firstDraw + at) & REPLICATE_MASK)] += weight;
      }
    }
  }
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
