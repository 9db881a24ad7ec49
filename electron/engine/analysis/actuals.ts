import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { ActualsInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { bandTableLength } from '#shared/engine/summary/bands.ts';
import type { Observation } from '#shared/scenario/observations.ts';
import type { ActualsResult, ObservedFigure } from '#shared/view/analysis/answers.ts';
import type { SharedRegion } from '../draw-memory.ts';
import type { DrawnRun } from '../kept-draws.ts';
import { summariseDraws } from '../stretches.ts';
import { bandsSoFar } from '../tally.ts';
import type { AnalysisWork } from './analysis-work.ts';

/** Weighs draws by how well they fit the observations of a scenario, and sums them up under the weights. */
export async function actuals(
  { runner, scenario, stop, drawsOf }: AnalysisWork,
  { measures }: Pick<ActualsInput, 'measures'>,
): Promise<Outcome<ActualsResult, Fault>> {
  const observed = await runner.run('observe', scenario, { stop, urgency: 'now' });
  if (!observed.ok) return fail(observed.error);
  if (observed.value.length === 0) {
    const message =
      'The scenario has no observations inside its projection. Write them as actuals: { MEASURE: { 2026-06: $4B } }.';
    return fail({ kind: 'refused', message });
  }
  const run = await drawsOf([...new Set([...measures, ...observed.value.map(({ measure }) => measure)])]);
  if (!run.ok) return run;
  return weighDraws({ runner, stop, measures }, run.value, observed.value);
}

interface Weighing extends Pick<AnalysisWork, 'runner' | 'stop'> {
  /** Those whose bands are wanted. */
  readonly measures: readonly string[];
}

async function weighDraws(
  { runner, stop, measures }: Weighing,
  { shared, done, measures: drawn }: DrawnRun,
  observed: readonly Observation[],
): Promise<Outcome<ActualsResult, Fault>> {
  const weights = ownRegion(done);
  const observations = observed.map((one) => ({ ...one, index: drawn.indexOf(one.measure) }));
  const weighed = await runner.run('weigh', { shared, done, observations, weights }, { stop });
  if (!weighed.ok) return fail(weighed.error);
  const { effectiveDraws, placeInFan, refusal } = weighed.value;
  const result = {
    observations: observed.map((one, at): ObservedFigure => {
      return { ...one, placeInFan: placeInFan[at] ?? Number.NaN };
    }),
    draws: done,
    before: bandsSoFar(shared, drawn).filter(({ id }) => measures.includes(id)),
    effectiveDraws,
    refusal,
  };
  if (refusal !== null) return ok({ ...result, bands: [] });
  // The bands of the run itself stay as they are.
  const { layout } = shared;
  const reweighed = { ...shared, bands: ownRegion(bandTableLength(layout.measures, layout.months)) };
  const summed = await summariseDraws({ runner, shared: reweighed, stop }, done, weights);
  if (!summed.ok) return fail(summed.error);
  const bands = bandsSoFar(reweighed, drawn).filter(({ id }) => measures.includes(id));
  return ok({ ...result, bands });
}

/** Room for so many numbers beside the memory for draws: a few hundred kilobytes, and whoever has draws must not ask for more. */
function ownRegion(length: number): SharedRegion {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  return { buffer: new SharedArrayBuffer(bytes), offset: 0, bytes };
}
