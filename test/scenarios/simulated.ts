import { uncontrolled } from '#shared/engine/control.ts';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import { createSampleStore, firstBrokenOf, samplesAt } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { monthIndex } from './central-path.ts';
import { compiled } from './compiled.ts';

/** Draws of a scenario, summed up for chosen measures. */
export interface Simulated {
  /** The sorted answers of all draws that have one, for a measure in a month. */
  readonly answers: (measure: string, month: string) => Float64Array;
  /** Share of draws that break each check. */
  readonly brokenShare: ReadonlyMap<string, number>;
}

/** Makes draws of a scenario with its own seed and sampling. */
export function simulated(source: ScenarioSource, draws: number, wanted: readonly string[]): Simulated {
  const plan = compiled(source);
  const sampler = createSampler(plan);
  if (!sampler.ok) throw new Error(`${source.id}: ${sampler.error.message}`);
  const kernel = createKernel(plan, { lanes: 64, wanted });
  const store = createSampleStore({
    measures: wanted.length,
    months: plan.months,
    checks: plan.checks.length,
    firstDraw: 0,
    draws,
  });
  simulate({ sampler: sampler.value, kernel, store, fromDraw: 0, toDraw: draws }, uncontrolled);
  return {
    answers: (measure, month) =>
      samplesAt(store, wanted.indexOf(measure), monthIndex(plan, month))
        .filter((value) => !Number.isNaN(value))
        .sort(),
    brokenShare: new Map(
      plan.checks.map(({ key }, check) => [
        key,
        firstBrokenOf(store, check).filter((month) => month >= 0).length / draws,
      ]),
    ),
  };
}

/** The value below which a share of the sorted answers lies, linear between neighbours; NaN of nothing. */
export function percentile(answers: Float64Array, share: number): number {
  const place = share * (answers.length - 1);
  const low = answers[Math.floor(place)] ?? Number.NaN;
  const high = answers[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}
