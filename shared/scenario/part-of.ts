import type { Place } from './text/node.ts';

/** Finds the place of a part of a scalar's text; null where the scalar is folded or escaped, so that offsets differ. */
export function partOf(whole: Place, text: string, from: number, to: number): Place | null {
  const length = whole.to - whole.from;
  const quote = length === text.length ? 0 : length === text.length + 2 ? 1 : null;
  if (quote === null) return null;
  const start = whole.from + quote;
  return { file: whole.file, from: start + from, to: start + Math.max(to, from) };
}
