/** Remembers the last few things made, by name; what was used last is forgotten last. */
export interface Recent<T> {
  /** Gives what is remembered under a name, or makes it. */
  readonly get: (name: string, make: () => T) => T;
}

/** Makes an empty memory for so many things. */
export function createRecent<T>(most: number): Recent<T> {
  const known = new Map<string, T>();
  return {
    get: (name, make) => {
      const value = known.has(name) ? (known.get(name) as T) : make();
      known.delete(name);
      known.set(name, value);
      const oldest = known.keys().next();
      if (known.size > most && oldest.done !== true) known.delete(oldest.value);
      return value;
    },
  };
}
