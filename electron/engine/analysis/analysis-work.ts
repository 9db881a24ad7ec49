import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { rangeWords } from '#shared/scenario/fields/range-words.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { closest } from '#shared/scenario/text/closest.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import type { DrawnRun } from '../kept-draws.ts';
import type { KeyedSource } from '../keyed-source.ts';
import type { ModelJobs } from '../model-jobs.ts';
import type { Runner } from '../runner.ts';
import type { Stop } from '../stop.ts';
import type { ScenarioFacts } from './analysis-jobs.ts';

/** What every analysis works with. */
export interface AnalysisWork {
  readonly runner: Runner<ModelJobs>;
  readonly scenario: KeyedSource;
  readonly stop: Stop;
  readonly onProgress: (fraction: number) => void;
  /** Draws of the scenario that have some measures, until the analysis ends: those of the last run where they serve, or new ones. */
  readonly drawsOf: (measures: readonly string[]) => Promise<Outcome<DrawnRun, Fault>>;
}

/** A scenario about which a question makes sense: the measure exists, the month lies inside the projection. */
export interface Question {
  readonly facts: ScenarioFacts;
  readonly month: number;
}

/** Finds out what must be known of a scenario, and refuses a measure or a month it does not have. */
export async function ask(
  { runner, scenario, stop }: AnalysisWork,
  of: string,
  at: number | null,
): Promise<Outcome<Question, Fault>> {
  const facts = await runner.run('facts', { scenario, of }, { stop, urgency: 'now' });
  if (!facts.ok) return fail(facts.error);
  const { months } = facts.value;
  const month = at ?? months - 1;
  if (month < months) return ok({ facts: facts.value, month });
  const message = `Month ${month + 1} lies beyond the projection, which has ${months} months.`;
  return fail({ kind: 'invalid-call', message });
}

/** Finds an input by its key; says which may be meant where there is none. */
export function findInput(
  { notes }: ScenarioFacts,
  key: string,
): Outcome<{ readonly slot: number; readonly note: InputNote }, Fault> {
  const slot = notes.findIndex((note) => note.key === key);
  const note = notes[slot];
  if (note !== undefined) return ok({ slot, note });
  const meant = closest(
    key,
    notes.map((one) => one.key),
  );
  const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
  return fail({ kind: 'invalid-call', message: `The scenario has no input “${key}”.${hint}` });
}

/**
 * Chooses the range in which an input is varied: as asked for, else as its note says; refuses one without room, and one with values
 * that no scenario may have.
 */
export function rangeOf(
  note: InputNote,
  asked: { readonly low?: number | undefined; readonly high?: number | undefined },
): Outcome<{ readonly low: number; readonly high: number }, Fault> {
  const [low, high] = [asked.low ?? note.low, asked.high ?? note.high];
  const wrong = (message: string) => fail({ kind: 'invalid-call', message } as const);
  if (low >= high)
    return wrong(`The range of ${note.key} has no room: the first value must be the smaller one.`);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = note.limits ?? {};
  const beyond = [low, high].find((end) => end < min || end > max);
  if (beyond === undefined) return ok({ low, high });
  const expected = rangeWords(note.dimension, note.limits ?? {}) ?? 'another value';
  return wrong(
    `${note.key} cannot be ${formatQuantity(beyond, note.dimension)}: it must be ${expected}. Choose a range inside that.`,
  );
}
