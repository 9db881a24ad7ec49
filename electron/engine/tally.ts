import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import { createSampleStore, firstBrokenOf } from '#shared/engine/sample-store.ts';
import { bandsOf } from '#shared/engine/summary/bands.ts';
import type { SharedSamples } from './model-jobs.ts';

/**
 * Finds the largest sampling error of mean and median among some measures, relative to the largest mean of the measure:
 * relative to the mean of its own month it would be without bounds wherever a measure passes through zero.
 */
export function worstRelativeError(bands: readonly MeasureBands[]): number {
  let worst = 0;
  for (const { mean, standardError, medianError } of bands) {
    const scale = largest(mean);
    if (scale > 0) worst = Math.max(worst, largest(standardError) / scale, largest(medianError) / scale);
  }
  return worst;
}

/** Copies the bands made so far out of shared memory, which the next round overwrites. */
export function bandsSoFar(shared: SharedSamples, measures: readonly string[]): MeasureBands[] {
  const table = new Float64Array(shared.bands).slice();
  return measures.map((id, at) => ({ id, ...bandsOf(table, at, shared.layout.months) }));
}

/** Counts, for each check, the share of the first draws that break it, and the first month in which any does. */
export function countBroken(
  { layout, samples }: SharedSamples,
  checks: readonly string[],
  done: number,
): SimulationResult['checks'] {
  const store = createSampleStore(layout, samples);
  return checks.map((key, check) => {
    let broken = 0;
    let first = Number.POSITIVE_INFINITY;
    for (const month of firstBrokenOf(store, check).subarray(0, done)) {
      if (month < 0) continue;
      broken += 1;
      first = Math.min(first, month);
    }
    return { key, brokenShare: broken / done, firstBrokenMonth: broken === 0 ? null : first };
  });
}

function largest(values: Float64Array): number {
  let size = 0;
  for (const value of values) if (Math.abs(value) > size) size = Math.abs(value);
  return size;
}
