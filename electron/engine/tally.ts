import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import type { SampleStore } from './model-jobs.ts';

/**
 * Finds the largest sampling error of the mean among some measures, relative to the largest mean of its measure: relative
 * to the mean of its own month it would be without bounds wherever a measure passes through zero.
 */
export function worstRelativeError(bands: readonly MeasureBands[]): number {
  let worst = 0;
  for (const { mean, standardError } of bands) {
    const scale = largest(mean);
    if (scale > 0) worst = Math.max(worst, largest(standardError) / scale);
  }
  return worst;
}

/** Counts, for each check, the share of the first draws that break it, and the first month in which any does. */
export function countBroken(
  store: SampleStore,
  checks: readonly string[],
  done: number,
): SimulationResult['checks'] {
  const broken = new Int32Array(store.broken);
  return checks.map((key, check) => {
    const months = broken
      .subarray(check * store.draws, check * store.draws + done)
      .filter((month) => month >= 0);
    const firstBrokenMonth =
      months.length === 0 ? null : months.reduce((first, month) => Math.min(first, month));
    return { key, brokenShare: months.length / done, firstBrokenMonth };
  });
}

function largest(values: Float64Array): number {
  let size = 0;
  for (const value of values) if (Math.abs(value) > size) size = Math.abs(value);
  return size;
}
