/**
 * Remembers the latest results of a costly pure function of a file and its text. While somebody types, the base and the
 * catalogues of a scenario stay the same from one key to the next; they need not be read again.
 */
export interface Recent<T> {
  readonly get: (file: string, text: string, make: () => T) => T;
}

/** Large texts are not kept: their trees would hold more memory than reading them again costs time. */
const longestKept = 100_000;

/** Makes a memory of the given number of results; the one unused for longest is dropped first. */
export function recent<T>(most: number): Recent<T> {
  const kept = new Map<string, { readonly file: string; readonly value: T }>();
  return {
    get: (file, text, make) => {
      if (text.length > longestKept) return make();
      const known = kept.get(text);
      kept.delete(text);
      const entry = known?.file === file ? known : { file, value: make() };
      kept.set(text, entry);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return entry.value;
    },
  };
}
