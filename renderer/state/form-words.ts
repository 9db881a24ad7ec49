import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { parseOnce } from '#shared/scenario/quantity/parse-once.ts';
import type { Value } from '#shared/scenario/value.ts';

/** Why words cannot be a quantity, with the repair where one is obvious. */
export interface WordsFault {
  readonly message: string;
  readonly fix: { readonly title: string; readonly words: string } | null;
}

/** What decides whether words can be a quantity. */
export interface WordsContext {
  readonly value: Value;
  readonly start: YearMonth;
  /** Keys that `=KEY` may refer to. */
  readonly assumptions: readonly string[];
  readonly mayBeUncertain: boolean;
}

/** Finds why words typed for a quantity cannot stand in the text; null where they can. */
export function faultOfWords(words: string, context: WordsContext): WordsFault | null {
  const { value, start, assumptions, mayBeUncertain } = context;
  if (words.startsWith('=')) return referenceFault(words, assumptions);
  if (words.toLowerCase() === 'reported') {
    if (value.provenance.reported.length > 0) return null;
    return { message: 'Nothing is reported of this quantity; write its value.', fix: null };
  }
  const read = parseOnce(words, value.dimension, { start, range: value.range ?? {} });
  if (!read.ok) {
    const { message, from, to, fix } = read.error;
    const repaired = fix && words.slice(0, from) + fix.replacement + words.slice(to);
    return { message, fix: fix && repaired ? { title: fix.title, words: repaired } : null };
  }
  if (mayBeUncertain || read.value.distribution.kind === 'constant') return null;
  return {
    message: `"${words}" is uncertain, but this must be one plain value: the run depends on it.`,
    fix: null,
  };
}

function referenceFault(words: string, assumptions: readonly string[]): WordsFault | null {
  const key = words.slice(1).trim();
  if (assumptions.includes(key)) return null;
  const known = assumptions.length === 0 ? 'There are none.' : `There are ${assumptions.join(', ')}.`;
  return { message: `"${key}" is not an assumption of this scenario. ${known}`, fix: null };
}
