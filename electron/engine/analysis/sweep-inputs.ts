import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SweepAxis, SweepInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { evenSteps, sweepPoints } from '#shared/engine/analysis/sweep.ts';
import type { InputNote, SweepResult } from '#shared/view/analysis/answers.ts';
import type { ScenarioFacts } from './analysis-jobs.ts';
import { type AnalysisWork, ask, findInput, rangeOf } from './analysis-work.ts';
import { runPoints } from './run-points.ts';

/** More runs than this are a mistake rather than a question. */
const mostRuns = 20_000;

interface Axis {
  readonly input: InputNote;
  readonly slot: number;
  readonly values: Float64Array;
}

/** Computes a measure over values of one input, month by month, or of two inputs at one month. */
export async function sweepInputs(
  work: AnalysisWork,
  { of, at, first, second }: Omit<SweepInput, 'ticket' | 'scenario'>,
): Promise<Outcome<SweepResult, Fault>> {
  const question = await ask(work, of, at);
  if (!question.ok) return question;
  const { facts, month } = question.value;
  const across = axisOf(facts, first);
  if (!across.ok) return across;
  const down = second === null ? ok(null) : axisOf(facts, second);
  if (!down.ok) return down;
  const points = sweepPoints(across.value, down.value);
  if (points.length > mostRuns) {
    const message = `${points.length} combinations are more than ${mostRuns}; ask for fewer steps.`;
    return fail({ kind: 'too-large', message });
  }
  const months = second === null ? Array.from({ length: facts.months }, (_, each) => each) : [month];
  const figures = months.map((each) => ({ measure: 0, month: each }));
  const ran = await runPoints(work, [of], figures, points);
  if (!ran.ok) return ran;
  /** `paths[point * months + month]`. */
  const paths = ran.value;
  const atMonth = months.indexOf(month);
  return ok({
    of,
    at: month,
    first: { input: across.value.input, values: across.value.values },
    second: down.value === null ? null : { input: down.value.input, values: down.value.values },
    figures: Float64Array.from(points, (_, point) => paths[point * months.length + atMonth] ?? Number.NaN),
    paths: second === null ? paths : new Float64Array(),
    months: facts.months,
    runs: points.length,
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
