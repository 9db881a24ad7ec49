import { type Library, type LibraryChange, openLibrary, type Result } from '../storage/library.ts';

/** News of the library in use: a file changed, or another folder took its place. */
export type LibraryNews = LibraryChange | { readonly kind: 'folder' };

/** The library all sessions share, and the way to exchange it. */
export interface LibraryInUse {
  readonly current: () => Library;
  readonly change: (folder: string) => Result<Library>;
  readonly listen: (listener: (news: LibraryNews) => void) => () => void;
  readonly close: () => void;
}

/** Keeps one library in use and watches it. */
export function keepLibrary(first: Library): LibraryInUse {
  const listeners = new Set<(news: LibraryNews) => void>();
  const tell = (news: LibraryNews): void => {
    for (const listener of listeners) listener(news);
  };
  let current = first;
  let unwatch = current.watch(tell);
  return {
    current: () => current,
    change: async (folder) => {
      const opened = await openLibrary(folder);
      if (!opened.ok) return opened;
      unwatch();
      current = opened.value;
      unwatch = current.watch(tell);
      tell({ kind: 'folder' });
      return opened;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => unwatch(),
  };
}
