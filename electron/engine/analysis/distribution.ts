import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { DistributionInput } from '#shared/contract/analysis.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { DistributionResult } from '#shared/view/analysis/answers.ts';
import { bandsSoFar } from '../tally.ts';
import { type AnalysisWork, ask } from './analysis-work.ts';

/** Says how a measure is distributed at a month, over draws already made. */
export async function distribution(
  work: AnalysisWork,
  { of, at, condition }: Omit<DistributionInput, 'ticket' | 'scenario'>,
): Promise<Outcome<DistributionResult, Fault>> {
  const question = await ask(work, of, at);
  if (!question.ok) return question;
  const { month } = question.value;
  const run = await work.drawsOf([of]);
  if (!run.ok) return run;
  const { shared, done, measures } = run.value;
  const measure = measures.indexOf(of);
  const { runner, stop } = work;
  const described = await runner.run('describe', { shared, done, measure, month, condition }, { stop });
  if (!described.ok) return fail(described.error);
  const bands = bandsSoFar(shared, measures)[measure];
  if (bands === undefined) return fail({ kind: 'refused', message: `The draws do not have ${of}.` });
  const { histogram, probability, nearest, path } = described.value;
  return ok({
    of,
    at: month,
    draws: done,
    histogram,
    bands,
    probability,
    nearest: nearest < 0 ? null : { draw: nearest, path },
  });
}
