import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';
import type { QuestionOf } from './question.ts';

/** What a question of goal seek wants to be reached; null where it names no target. */
export function seekWish({ target, share, side, draws }: QuestionOf<'seek'>) {
  if (target === null) return null;
  const inDraws =
    share === null ? null : { share, side: side ?? ('at-least' as const), draws: draws ?? pointDraws.usual };
  return { target, inDraws };
}
