import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { valueOfDimension } from '#shared/scenario/formula/value-in-unit.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';

/** How far an input is varied, in its fixed unit; ends that are not stated are left out. */
export interface Stretch {
  readonly low?: number;
  readonly high?: number;
}

/** Reads the ends of a range as the user typed them; the error is a sentence. */
export function readStretch(
  note: InputNote,
  { low, high }: { readonly low: string; readonly high: string },
  start: YearMonth,
): Outcome<Stretch, string> {
  const ends: { low?: number; high?: number } = {};
  for (const [which, text] of [
    ['low', low],
    ['high', high],
  ] as const) {
    if (text.trim() === '') continue;
    const value = valueOfDimension(text, note.dimension, start);
    if (!value.ok) return value;
    ends[which] = value.value;
  }
  const [from, to] = [ends.low ?? note.low, ends.high ?? note.high];
  return from < to ? ok(ends) : fail('The first value of the range must be the smaller one.');
}
