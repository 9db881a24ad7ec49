/** A single replacement in a text: what stands between two offsets gives way to other words. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Finds the smallest single replacement that turns one text into another, so that a change from outside keeps cursor,
 * folds and undo where they are, and so that a journal need not repeat what stayed.
 */
export function smallestReplacement(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

/** Carries a replacement out. */
export function replaceIn(text: string, { from, to, text: inserted }: Replacement): string {
  return text.slice(0, from) + inserted + text.slice(to);
}
