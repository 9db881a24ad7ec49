import type { Random } from './grammar.ts';

/** Something that strangers can hand words to. One case is made, tried, and described in a few letters. */
export interface Target {
  readonly name: string;
  /** Makes the words of one case, from new or from words that led somewhere new before. */
  readonly make: (random: Random, earlier: string | null) => string;
  /** Hands them over; throws what ought not to be. What it gives says where they led, to tell new ways from known ones. */
  readonly attempt: (words: string) => string | Promise<string>;
}

/** Throws in words what ought not to be. */
export function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}
