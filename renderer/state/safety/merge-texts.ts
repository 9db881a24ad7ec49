import { diff3Merge } from 'node-diff3';

/** Merging compares every line with every other at worst; nobody writes a scenario of more lines. */
const linesLimit = 20_000;

/**
 * Joins two changes of the same text where they touch different lines, with the line ends of the first; null where both
 * changed the same lines in different ways, which only a person can decide.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const [before, left, right] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  if (Math.max(before.length, left.length, right.length) > linesLimit) return null;
  const regions = diff3Merge(left, before, right, { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict !== undefined)) return null;
  const lineEnd = mine.includes('\r\n') ? '\r\n' : '\n';
  return regions.flatMap(({ ok }) => ok ?? []).join(lineEnd);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n/);
}
