import { orNull } from '#shared/base/finite.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { About } from '#shared/view/analysis/about.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';

/** Gives the head that every answer has as an object: what was asked, of which text. */
export function describeQuestion(
  version: string,
  file: string,
  run: ProjectionResult,
  { info, start }: About,
  at: number,
): Record<string, unknown> {
  const { title, hash, seed } = run;
  return {
    offtake: version,
    scenario: { title, file, hash, seed },
    of: { id: info.id, label: info.label, unit: info.unit, kind: info.kind },
    at: monthCode(monthAfter(start, at)),
  };
}

/** Gives an input as an object. Its values are in the fixed unit of its dimension. */
export function describeInput({ key, label, dimension, text, isDecision, central }: InputNote): object {
  return { key, label, dimension, text, isDecision, central };
}

/** Gives numbers as JSON has them; no answer is null. */
export function plain(values: Iterable<number>): (number | null)[] {
  return Array.from(values, orNull);
}
