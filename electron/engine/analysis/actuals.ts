import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { ActualsInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { bandTableLength } from '#shared/engine/summary/bands.ts';
import type { ActualsResult, ObservedFigure } from '#shared/view/analysis/answers.ts';
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
  const { shared, done } = run.value;
  const observations = observed.value.map((one) => ({
    ...one,
    index: run.value.measures.indexOf(one.measure),
  }));
  const weights = new SharedArrayBuffer(done * Float64Array.BYTES_PER_ELEMENT);
  const weighed = await runner.run('weigh', { shared, done, observations, weights }, { stop });
  if (!weighed.ok) return fail(weighed.error);
  const { effectiveDraws, placeInFan, refusal } = weighed.value;
  const result = {
    observations: observed.value.map((one, at): ObservedFigure => {
      return { ...one, placeInFan: placeInFan[at] ?? Number.NaN };
    }),
    draws: done,
    effectiveDraws,
    refusal,
  };
  if (refusal !== null) return ok({ ...result, bands: [] });
  const { layout } = shared;
  const length = bandTableLength(layout.measures, layout.months) * Float64Array.BYTES_PER_ELEMENT;
  // The bands of the run itself stay as they are.
  const own = { ...shared, bands: new SharedArrayBuffer(length) };
  const summed = await summariseDraws({ runner, shared: own, stop }, done, weights);
  if (!summed.ok) return fail(summed.error);
  const bands = bandsSoFar(own, run.value.measures).filter(({ id }) => measures.includes(id));
  return ok({ ...result, bands });
}
