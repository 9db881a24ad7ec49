/** What an object of ours is called in a deck, by which a refresh finds it. */
export interface ObjectName {
  /** Id of the page: scenario file and subject. */
  readonly page: string;
  /** `title`, `topic`, `chart`, `table`, `picture`, `footnote`, `note`, `arrow`. */
  readonly part: string;
  /** For words a user may change: what they were, so that a change is noticed. */
  readonly mark: string | null;
}

const pattern = /^offtake:(.+)#([a-z]+)(?:~([0-9a-f]{8}))?$/;

/** Writes the name of an object. */
export function objectName(page: string, part: string, words?: string): string {
  return `offtake:${page}#${part}${words === undefined ? '' : `~${wordsMark(words)}`}`;
}

/** Reads the name of an object; null where it is not ours. */
export function readObjectName(name: string): ObjectName | null {
  const [, page, part, mark] = pattern.exec(name) ?? [];
  return page === undefined || part === undefined ? null : { page, part, mark: mark ?? null };
}

/** Marks words by a hash (FNV-1a, 32 bits) that does not see how they are spaced. */
export function wordsMark(words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(words.replace(/\s+/g, ' ').trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
