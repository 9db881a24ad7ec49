import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SeekInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { seekSearch } from '#shared/engine/analysis/seek.ts';
import { levelReachedBy } from '#shared/engine/analysis/share-figure.ts';
import { type Share, shareOf } from '#shared/engine/summary/share.ts';
import type { SeekResult } from '#shared/view/analysis/answers.ts';
import { type AnalysisWork, ask, findInput, rangeOf } from './analysis-work.ts';
import { heldSamples } from './held-samples.ts';

/** Figures at some values of the input. */
type Evaluate = (values: Float64Array) => Promise<Outcome<Float64Array, Fault>>;

/** Values tried before narrowing down: on the central path a few blocks of lanes, in draws a run each. */
const tries = { central: 64, draws: 17 } as const;
/** Steps that narrowing down takes as a rule; for progress only. */
const usualSteps = 10;
/** In draws a level is known to its sampling error only, so that more digits of the input would be false. */
const toleranceInDraws = 1e-6;

/** Looks for the values of an input at which a measure reaches a target, centrally or in a share of the draws. */
export async function seekInput(
  work: AnalysisWork,
  request: Omit<SeekInput, 'ticket' | 'scenario'>,
): Promise<Outcome<SeekResult, Fault>> {
  const { of, at, target, inDraws } = request;
  const question = await ask(work, of, at);
  if (!question.ok) return question;
  const input = findInput(question.value.facts, request.input);
  if (!input.ok) return input;
  const { slot, note } = input.value;
  const range = rangeOf(note, request);
  if (!range.ok) return range;
  const { month, facts } = question.value;
  const group = facts.tied.find((keys) => keys.includes(note.key)) ?? [];
  const tied = group.filter((key) => key !== note.key);
  const evaluate =
    inDraws === null ? onCentralPath(work, of, month, slot) : inShare(work, of, month, slot, inDraws);
  const tried = inDraws === null ? tries.central : tries.draws;
  const perValue = inDraws?.draws ?? 1;
  const tolerance = inDraws === null ? {} : { tolerance: toleranceInDraws };
  const search = seekSearch({ ...range.value, target, tries: tried, ...tolerance });
  let values = 0;
  let step = search.next();
  while (!step.done) {
    if (work.stop.isStopped()) return fail(work.stop.reason());
    const figures = await evaluate(step.value);
    if (!figures.ok) return figures;
    values += step.value.length;
    work.onProgress(Math.min(1, values / (tried + usualSteps)));
    step = search.next(figures.value);
  }
  const answer = { input: note, at: month, ...range.value, tied, runs: values * perValue };
  if (!step.value.ok) {
    const { nearest, tried: met } = step.value.error;
    return ok({ ...answer, solutions: [], sharesReached: null, nearest, tried: met });
  }
  const { solutions, tried: met } = step.value.value;
  const found = { ...answer, solutions, nearest: null, tried: met };
  if (inDraws === null) return ok({ ...found, sharesReached: null });
  const points = solutions.map(({ value }) => [{ slot, value }]);
  const samples = await heldSamples(work, { of, month, draws: inDraws.draws }, points);
  if (!samples.ok) return samples;
  return ok({
    ...found,
    sharesReached: samples.value.map((own) => shareReaching(own, target, inDraws.side)),
  });
}

/** Tells in which share of the draws a target is reached, and how far that may be off. */
function shareReaching(samples: Float64Array, target: number, side: 'at-least' | 'at-most'): Share {
  return shareOf(samples.length, 0, (draw) => {
    const value = samples[draw] ?? Number.NaN;
    return side === 'at-least' ? value >= target : value <= target;
  });
}

function onCentralPath(
  { runner, scenario, stop }: AnalysisWork,
  of: string,
  month: number,
  slot: number,
): Evaluate {
  return (values) => {
    const points = Array.from(values, (value) => [{ slot, value }]);
    const figures = [{ measure: 0, month }];
    return runner.run('points', { scenario, measures: [of], figures, points }, { stop });
  };
}

function inShare(
  work: AnalysisWork,
  of: string,
  month: number,
  slot: number,
  { share, side, draws }: NonNullable<SeekInput['inDraws']>,
): Evaluate {
  return async (values) => {
    const points = Array.from(values, (value) => [{ slot, value }]);
    const samples = await heldSamples(work, { of, month, draws }, points);
    if (!samples.ok) return samples;
    return ok(Float64Array.from(samples.value, (own) => levelReachedBy(own, share, side)));
  };
}
