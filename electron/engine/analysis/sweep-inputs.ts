import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SweepAxis, SweepInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { evenSteps, sweepPoints } from '#shared/engine/analysis/sweep.ts';
import type { InputNote, SweepResult } from '#shared/view/analysis/answers.ts';
import type { ScenarioFacts } from './analysis-jobs.ts';
import { type AnalysisWork, ask, findInput, rangeOf } from './analysis-work.ts';
import { runPoints } from './run-points.ts';
import { sweepInDraws } from './sweep-in-draws.ts';

/** More points than this are a mistake rather than a question, and so are more runs of the model for all of them. */
const mostPoints = 20_000;
const mostRuns = 5_000_000;

interface Axis {
  readonly input: InputNote;
  readonly slot: number;
  readonly values: Float64Array;
}

/**
 * Computes a measure over values of one input, month by month, or of two inputs at one month; over draws, its percentiles at one
 * month.
 */
export async function sweepInputs(
  work: AnalysisWork,
  { of, at, first, second, draws }: Omit<SweepInput, 'ticket' | 'scenario'>,
): Promise<Outcome<SweepResult, Fault>> {
  const question = await ask(work, of, at);
  if (!question.ok) return question;
  const { facts, month } = question.value;
  const across = axisOf(facts, first);
  if (!across.ok) return across;
  const down = second === null ? ok(null) : axisOf(facts, second);
  if (!down.ok) return down;
  if (down.value?.slot === across.value.slot) return fail(sameInput(across.value.input));
  const points = sweepPoints(across.value, down.value);
  const tooMany = refusalOf(points.length, draws);
  if (tooMany !== null) return fail({ kind: 'too-large', message: tooMany });
  const asked = {
    of,
    at: month,
    first: { input: across.value.input, values: across.value.values },
    second: down.value === null ? null : { input: down.value.input, values: down.value.values },
    months: facts.months,
    ties: tiesOf(facts, down.value === null ? [across.value] : [across.value, down.value]),
  };
  if (draws !== undefined) {
    const spread = await sweepInDraws(work, { of, month, draws }, points);
    if (!spread.ok) return spread;
    const { p50, ...inDraws } = spread.value;
    return ok({ ...asked, figures: p50, paths: new Float64Array(), inDraws, runs: points.length * draws });
  }
  const months = second === null ? Array.from({ length: facts.months }, (_, each) => each) : [month];
  const figures = months.map((each) => ({ measure: 0, month: each }));
  const ran = await runPoints(work, [of], figures, points);
  if (!ran.ok) return ran;
  /** `paths[point * months + month]`. */
  const paths = ran.value;
  const atMonth = months.indexOf(month);
  return ok({
    ...asked,
    figures: Float64Array.from(points, (_, point) => paths[point * months.length + atMonth] ?? Number.NaN),
    paths: second === null ? paths : new Float64Array(),
    inDraws: null,
    runs: points.length,
  });
}

function sameInput({ key }: InputNote): Fault {
  const message = `Both inputs are ${key}, which can have one value at a time. Choose another one, or a single input.`;
  return { kind: 'invalid-call', message };
}

/** Says why so many points, each over so many draws, are not computed; null where they are. */
function refusalOf(points: number, draws = 1): string | null {
  if (points > mostPoints) return `${points} combinations are more than ${mostPoints}; ask for fewer steps.`;
  if (points * draws <= mostRuns) return null;
  return `${points} points of ${draws} draws each are more than ${mostRuns} runs; ask for fewer steps or draws.`;
}

/** Finds what is correlated with the inputs varied and is not varied itself. */
function tiesOf({ tied }: ScenarioFacts, axes: readonly Axis[]): SweepResult['ties'] {
  const varied = axes.map(({ input }) => input.key);
  return axes.flatMap(({ input }) => {
    const group = tied.find((keys) => keys.includes(input.key)) ?? [];
    const others = group.filter((key) => !varied.includes(key));
    return others.length === 0 ? [] : [{ input, tied: others }];
  });
}

function axisOf(facts: ScenarioFacts, { input, steps, ...asked }: SweepAxis): Outcome<Axis, Fault> {
  const found = findInput(facts, input);
  if (!found.ok) return found;
  const { slot, note } = found.value;
  const range = rangeOf(note, asked);
  return range.ok
    ? ok({ input: note, slot, values: evenSteps(range.value.low, range.value.high, steps) })
    : range;
}
