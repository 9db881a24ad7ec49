import type { QuestionOf } from './question.ts';

/** Draws at each value tried, where the question does not say. */
const usualDraws = 2_048;

/** What a question of goal seek wants to be reached; null where it names no target. */
export function seekWish({ target, share, side, draws }: QuestionOf<'seek'>) {
  if (target === null) return null;
  const inDraws =
    share === null ? null : { share, side: side ?? ('at-least' as const), draws: draws ?? usualDraws };
  return { target, inDraws };
}
