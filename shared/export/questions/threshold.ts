import type { Threshold } from '#shared/engine/summary/probability.ts';
import type { QuestionOf } from './question.ts';

/** The condition a question asks the probability of; null where it states none, or two. */
export function thresholdOf({ least, most }: QuestionOf<'probability'>): Threshold | null {
  if (least !== null && most !== null) return null;
  if (least !== null) return { comparison: 'at-least', value: least };
  return most === null ? null : { comparison: 'at-most', value: most };
}
