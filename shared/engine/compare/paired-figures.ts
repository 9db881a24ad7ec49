import { REPLICATE_MASK, REPLICATES } from '../random/replicates.ts';
import { BAND_FIGURES } from '../summary/bands.ts';
import { replicateError } from '../summary/replicate-error.ts';
import { createSliceSummary } from '../summary/slice-summary.ts';

/** A difference draw by draw: its distribution, and how often it is above zero. */
export interface PairedFigures {
  readonly mean: number;
  /** Sampling error of the mean, one standard deviation. */
  readonly meanError: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of draws above zero among those with an answer; draws at exactly zero count half. */
  readonly higher: number;
  readonly higherError: number;
  readonly answered: number;
}

/** Sums up differences of two scenarios on the same draws; reuses its memory from call to call. */
export type SummarisePairs = (changed: Float64Array, base: Float64Array) => PairedFigures;

/** Makes a summary of paired differences of at most `capacity` draws. */
export function pairedFigures(capacity: number): SummarisePairs {
  const summarise = createSliceSummary(capacity);
  const differences = new Float64Array(capacity);
  const figures = new Float64Array(BAND_FIGURES.length);
  const sums = new Float64Array(REPLICATES);
  const counts = new Float64Array(REPLICATES);
  const figure = (name: (typeof BAND_FIGURES)[number]) => figures[BAND_FIGURES.indexOf(name)];
  return (changed, base) => {
    const difference = differences.subarray(0, changed.length);
    subtract(changed, base, difference);
    summarise(difference, 0, figures);
    sums.fill(0);
    counts.fill(0);
    // Without branches, since nothing foretells which way a draw goes.
    for (let draw = 0; draw < difference.length; draw++) {
      const value = difference[draw];
      sums[draw & REPLICATE_MASK] += Number(value > 0) + 0.5 * Number(value === 0);
      counts[draw & REPLICATE_MASK] += Number(!Number.isNaN(value));
    }
    const higher = sums.reduce((sum, one) => sum + one, 0);
    const answers = counts.reduce((sum, one) => sum + one, 0);
    return {
      mean: figure('mean'),
      meanError: figure('standardError'),
      p5: figure('p5'),
      p50: figure('p50'),
      p95: figure('p95'),
      higher: answers === 0 ? Number.NaN : higher / answers,
      higherError: replicateError(sums, counts),
      answered: figure('answered'),
    };
  };
}

/** Subtracts draw by draw; NaN where either has no answer. */
export function pairedDifferences(changed: Float64Array, base: Float64Array): Float64Array {
  const differences = new Float64Array(changed.length);
  subtract(changed, base, differences);
  return differences;
}

function subtract(changed: Float64Array, base: Float64Array, differences: Float64Array): void {
  for (let draw = 0; draw < changed.length; draw++) differences[draw] = changed[draw] - base[draw];
}
