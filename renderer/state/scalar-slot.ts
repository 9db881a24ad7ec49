import type { Edit } from '#shared/scenario/edit/text-edit.ts';

/** The characters in which one value stands, once it is known that it can be written there. */
export interface ScalarSlot extends Edit {
  /** The words written first, which `insert` holds with their quotes. */
  readonly written: string;
}

/**
 * Puts other words into a slot without reading the text anew; null where they might need other quotes than the first
 * ones did. A drag changes digits only, so it is read once and then spliced.
 */
export function refill({ from, to, insert, written }: ScalarSlot, words: string): Edit | null {
  if (words === written) return { from, to, insert };
  const isAlike = (isPlain(words) && isPlain(written)) || withoutDigits(words) === withoutDigits(written);
  return isAlike ? { from, to, insert: insert.replace(written, () => words) } : null;
}

/** Says whether a text can stand anywhere in YAML without quotes. */
function isPlain(words: string): boolean {
  return /^[\w$.][\w$.%/ -]*$/.test(words);
}

/** Texts that differ in their numerals only need the same quotes. */
function withoutDigits(words: string): string {
  return words.replace(/\d[\d.]*/g, '0');
}
