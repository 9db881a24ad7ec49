import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ExportedScenario } from '#shared/export/document.ts';
import type {
  Answers,
  ComparisonAnswer,
  ScenarioAnswer,
  Unanswered,
} from '#shared/export/questions/answer.ts';
import type { ComparisonQuestion, ScenarioQuestion } from '#shared/export/questions/question.ts';
import { questionText } from '#shared/export/questions/question-text.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { lastCommonMonth } from '#shared/view/compare/last-common-month.ts';
import type { AnalysisWork } from '../../engine/analysis/analysis-work.ts';
import type { Lease } from '../../engine/draw-memory.ts';
import type { KeptDraws } from '../../engine/kept-draws.ts';
import type { ModelJobs } from '../../engine/model-jobs.ts';
import type { Runner } from '../../engine/runner.ts';
import type { Stop } from '../../engine/stop.ts';
import { drawsFor } from '../draws-for.ts';
import { hashSource } from '../hash-source.ts';
import { answerComparison } from './answer-comparison.ts';
import { answerQuestion } from './answer-question.ts';
import { createOutcomesBook } from './outcomes-book.ts';

/** Answers by question, and what has none. */
export interface Answered<T> {
  readonly answers: Answers<T>;
  readonly unanswered: readonly Unanswered[];
}

interface Following {
  readonly stop: Stop;
  readonly report: (fraction: number) => void;
}

/** One scenario with its draws, about which questions are asked. */
export interface Questioned extends Following {
  readonly runner: Runner<ModelJobs>;
  readonly source: ScenarioSource;
  readonly run: ProjectionResult;
  /** Its draws as far as memory holds them, and how many were made; null where none are wanted. */
  readonly drawn: { readonly kept: KeptDraws; readonly count: number } | null;
  readonly usualMeasure: string;
}

/** Asks all questions about one scenario. What has no answer is noted, which is no fault of an export. */
export function answerAll(
  questions: readonly ScenarioQuestion[],
  { runner, source, run, drawn, usualMeasure, stop, report }: Questioned,
): Promise<Outcome<Answered<ScenarioAnswer>, Fault>> {
  const scenario = { hash: hashSource(source), source };
  return answerEach(questions, run.title, { stop, report }, async (question, onProgress) => {
    const claims: Lease[] = [];
    const drawsOf: AnalysisWork['drawsOf'] = async (measures) => {
      if (drawn === null)
        return fail({ kind: 'refused', message: 'The question needs draws, and none are made.' });
      const { kept, count } = drawn;
      const made = await drawsFor({ runner, draws: kept }, scenario, measures, stop, onProgress, count);
      if (made.ok) claims.push(made.value.lease);
      return made;
    };
    try {
      const work = { runner, scenario, stop, onProgress, drawsOf };
      return await answerQuestion(question, { work, run, usualMeasure });
    } finally {
      for (const claim of claims) claim.release();
    }
  });
}

/** Asks all questions about scenarios that are set against the first; there is none to ask where there is only one. */
export function compareAll(
  questions: readonly ComparisonQuestion[],
  runner: Runner<ModelJobs>,
  sources: readonly ScenarioSource[],
  scenarios: readonly ExportedScenario[],
  { draws, of }: ExportWishes,
  { stop, report }: Following,
): Promise<Outcome<Answered<ComparisonAnswer>, Fault>> {
  const keyed = sources.map((source) => ({ hash: hashSource(source), source }));
  const [base, ...others] = keyed;
  const [first, ...rest] = scenarios;
  const wanted = others.length === 0 ? [] : questions;
  const titles = scenarios.map(({ title }) => title).join(', ');
  const parts = { runner, scenarios: keyed, stop, usualMeasure: of, report };
  // Side by side takes at least one draw; then only central paths are shown.
  const outcomes = createOutcomesBook(wanted, { ...parts, draws: draws === 0 ? 1 : (draws ?? undefined) });
  return answerEach(wanted, titles, { stop, report }, async (question) => {
    if (base === undefined || first === undefined) return ok(null);
    return answerComparison(question, {
      runner,
      base,
      others,
      stop,
      usualMeasure: of,
      lastMonths: rest.map((other) => lastCommonMonth([first.projection, other.projection])),
      hasDraws: draws !== 0,
      outcomes,
    });
  });
}

async function answerEach<Q extends ScenarioQuestion | ComparisonQuestion, T>(
  questions: readonly Q[],
  scenario: string,
  { stop, report }: Following,
  ask: (question: Q, onProgress: (fraction: number) => void) => Promise<Outcome<T | null, Fault>>,
): Promise<Outcome<Answered<T>, Fault>> {
  const answers = new Map<string, T>();
  const unanswered: Unanswered[] = [];
  for (const [at, question] of questions.entries()) {
    const page = questionText(question);
    if (answers.has(page)) continue;
    const answer = await ask(question, (fraction) => report((at + fraction) / questions.length));
    if (stop.isStopped()) return fail(stop.reason());
    if (answer.ok && answer.value !== null) answers.set(page, answer.value);
    if (!answer.ok) {
      if (answer.error.kind === 'internal' || answer.error.kind === 'cancelled') return answer;
      unanswered.push({ page, scenario, why: reasonOf(answer.error) });
    }
    report((at + 1) / questions.length);
  }
  return ok({ answers, unanswered });
}

function reasonOf(fault: Fault): string {
  return 'message' in fault ? fault.message : 'A scenario does not read.';
}
