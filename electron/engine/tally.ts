import type { MeasureBands, SimulationResult } from '#shared/contract/results.ts';
import { bandsOf } from '#shared/engine/summary/bands.ts';
import { summariseCheck } from '#shared/engine/summary/check-summary.ts';
import type { HeadlineFigure } from '#shared/engine/summary/settled.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { numbersIn } from './draw-memory.ts';
import { type SharedSamples, storeOf } from './shared-samples.ts';

/**
 * Lists the figures whose sampling error says whether a run has settled: those of the strip above the charts at the end
 * of the projection, or of all measures where none of them is wanted.
 */
export function figuresOnScreen(bands: readonly MeasureBands[]): HeadlineFigure[] {
  const inStrip = bands.filter(({ id }) => headlineMeasures.includes(id));
  return (inStrip.length > 0 ? inStrip : bands).map((one) => ({ bands: one, month: one.mean.length - 1 }));
}

/** Copies the bands made so far out of shared memory, which the next round overwrites. */
export function bandsSoFar(shared: SharedSamples, measures: readonly string[]): MeasureBands[] {
  const table = numbersIn(shared.bands).slice();
  return measures.map((id, at) => ({ id, ...bandsOf(table, at, shared.layout.months) }));
}

/** Sums up each check over the first draws. */
export function countBroken(
  shared: SharedSamples,
  checks: readonly string[],
  done: number,
): SimulationResult['checks'] {
  const store = storeOf(shared);
  return checks.map((key, check) => ({ key, ...summariseCheck(store, check, done) }));
}
