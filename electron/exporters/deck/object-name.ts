/** What an object of ours is called in a deck, by which a refresh finds it. */
export interface ObjectName {
  /** Id of the page: scenario file and subject. */
  readonly page: string;
  /** `title`, `topic`, `chart`, `table`, `picture`, `footnote`, `note`, `arrow`, `difference`. */
  readonly part: string;
  /**
   * What words were when they were written, so that a change by hand is noticed: of the object itself; for a chart, a table or a
   * picture those of the title and of the note of its slide, since some programs keep no names of titles and notes.
   */
  readonly marks: readonly string[];
}

const pattern = /^offtake:(.+)#([a-z]+)((?:~[0-9a-f]{8})*)$/;

/** Writes the name of an object with the marks of words. */
export function objectName(page: string, part: string, ...words: readonly string[]): string {
  return `offtake:${page}#${part}${words.map((one) => `~${wordsMark(one)}`).join('')}`;
}

/** Reads the name of an object; null where it is not ours. */
export function readObjectName(name: string): ObjectName | null {
  const [, page, part, marks] = pattern.exec(name) ?? [];
  if (page === undefined || part === undefined) return null;
  return { page, part, marks: marks?.split('~').slice(1) ?? [] };
}

/** Marks words by a hash (FNV-1a, 32 bits) that does not see how they are spaced. */
export function wordsMark(words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(plainWords(words))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** Words without what programs change in passing: kinds and numbers of spaces. */
export function plainWords(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
