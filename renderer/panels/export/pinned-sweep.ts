import type { SeekInput, SweepInput } from '#shared/contract/analysis.ts';
import { question, questionText } from '#shared/export/questions/question-text.ts';

/** Writes a sweep that was asked for as the id of its page; `at` is its month in the words of a page. */
export function sweepPageId(
  { of, first, second, draws }: Omit<SweepInput, 'ticket' | 'scenario' | 'at'>,
  at: string | null,
): string {
  return questionText(
    question('sweep', {
      of,
      at,
      over: first.input,
      from: first.low ?? null,
      to: first.high ?? null,
      and: second?.input ?? null,
      'and-from': second?.low ?? null,
      'and-to': second?.high ?? null,
      steps: first.steps,
      draws: draws ?? null,
    }),
  );
}

/** Writes a goal seek that was asked for as the id of its page. */
export function seekPageId(
  { of, input, target, low, high, inDraws }: Omit<SeekInput, 'ticket' | 'scenario' | 'at'>,
  at: string | null,
): string {
  return questionText(
    question('seek', {
      of,
      at,
      by: input,
      target,
      from: low ?? null,
      to: high ?? null,
      share: inDraws?.share ?? null,
      side: inDraws?.side ?? null,
      draws: inDraws?.draws ?? null,
    }),
  );
}
