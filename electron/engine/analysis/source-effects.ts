import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SourcesInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Point } from '#shared/engine/analysis/figure.ts';
import type { SourceEffect, SourcesResult } from '#shared/view/analysis/answers.ts';
import type { ReportedInput, ScenarioFacts } from './analysis-jobs.ts';
import { type AnalysisWork, ask } from './analysis-work.ts';
import { runPoints } from './run-points.ts';

/**
 * Computes what the disagreement of sources alone does to measures: every input for which several figures are reported takes each of
 * them in turn, all else at its median; then all of them together take the figure that alone brings a measure lowest, and highest.
 * Assumptions, of which nobody says anything, take the ends of their ranges instead, one at a time.
 */
export async function sourceEffects(
  work: AnalysisWork,
  { measures, at }: Pick<SourcesInput, 'measures' | 'at'>,
): Promise<Outcome<SourcesResult, Fault>> {
  const question = await askAll(work, measures, at);
  if (!question.ok) return question;
  const { facts, month } = question.value;
  const { reported, unknowns } = facts;
  const figures = measures.map((_, measure) => ({ measure, month }));
  const points: Point[] = [
    [],
    ...[...reported, ...unknowns].flatMap((input) =>
      input.figures.map(({ value }) => [{ slot: input.slot, value }]),
    ),
  ];
  const alone = await runPoints(work, measures, figures, points);
  if (!alone.ok) return alone;
  const found = alone.value;
  const count = measures.length;
  const central = found.slice(0, count);
  const all = effectsOf(facts, found, count);
  const effects = all.slice(0, reported.length);
  const ends = measures.flatMap((_, measure) => [
    togetherAt(reported, effects, measure, central, (a, b) => a < b),
    togetherAt(reported, effects, measure, central, (a, b) => a > b),
  ]);
  const together = await runPoints(work, measures, figures, ends);
  if (!together.ok) return together;
  const end = (which: 0 | 1): Float64Array =>
    Float64Array.from(
      measures,
      (_, measure) => together.value[(2 * measure + which) * count + measure] ?? Number.NaN,
    );
  return ok({
    measures,
    at: month,
    central,
    effects,
    unknowns: all.slice(reported.length),
    lowest: end(0),
    highest: end(1),
    runs: points.length + ends.length,
  });
}

/** Finds out what must be known, and refuses any measure that the scenario does not have. */
async function askAll(
  work: AnalysisWork,
  measures: readonly string[],
  at: number | null,
): ReturnType<typeof ask> {
  const [first, ...others] = measures;
  if (first === undefined) return fail({ kind: 'invalid-call', message: 'Name at least one measure.' });
  for (const other of others) {
    const question = await ask(work, other, at);
    if (!question.ok) return question;
  }
  return ask(work, first, at);
}

function effectsOf(
  { reported, unknowns, notes }: ScenarioFacts,
  found: Float64Array,
  count: number,
): SourceEffect[] {
  let point = 1;
  return [...reported, ...unknowns].map(({ slot, figures: own }) => {
    const from = point;
    point += own.length;
    const input = notes[slot];
    invariant(input !== undefined, 'every slot has its note');
    const figures = Float64Array.from(
      { length: count * own.length },
      (_, place) =>
        found[(from + (place % own.length)) * count + Math.floor(place / own.length)] ?? Number.NaN,
    );
    return { input, reported: own, figures };
  });
}

/** Every disputed input at the figure that alone takes a measure furthest, or left as it is where none takes it further. */
function togetherAt(
  reported: readonly ReportedInput[],
  effects: readonly SourceEffect[],
  measure: number,
  central: Float64Array,
  isFurther: (one: number, other: number) => boolean,
): Point {
  return reported.flatMap(({ slot, figures }, input) => {
    let furthest = central[measure] ?? Number.NaN;
    let chosen: number | null = null;
    figures.forEach(({ value }, which) => {
      const reached = effects[input]?.figures[measure * figures.length + which] ?? Number.NaN;
      if (!isFurther(reached, furthest)) return;
      furthest = reached;
      chosen = value;
    });
    return chosen === null ? [] : [{ slot, value: chosen }];
  });
}
