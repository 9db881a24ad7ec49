import { ok } from '#shared/base/outcome.ts';
import { type Library, type LibraryChange, openLibrary, type Result } from '../storage/library.ts';

/** News of the library in use: a file changed, or another folder took its place. */
export type LibraryNews = LibraryChange | { readonly kind: 'folder' };

/** The library all sessions share, and the way to exchange it. */
export interface LibraryInUse {
  readonly current: () => Library;
  /** The folder that was to be in use and is not there; null again once another is chosen. */
  readonly missing: () => string | null;
  readonly change: (folder: string) => Result<Library>;
  readonly listen: (listener: (news: LibraryNews) => void) => () => void;
  readonly close: () => void;
}

/** Keeps one library in use; it is watched while anyone listens, and another one chosen is remembered. */
export function keepLibrary(
  first: Library,
  remember: (folder: string) => Promise<void>,
  makeSafe: (library: Library) => Library = (library) => library,
  missingAtFirst: string | null = null,
): LibraryInUse {
  const listeners = new Set<(news: LibraryNews) => void>();
  const tell = (news: LibraryNews): void => {
    for (const listener of listeners) listener(news);
  };
  let current = makeSafe(first);
  let missing = missingAtFirst;
  let unwatch: (() => void) | null = null;
  const watchAnew = (isWanted: boolean): void => {
    unwatch?.();
    unwatch = isWanted ? current.watch(tell) : null;
  };
  return {
    current: () => current,
    missing: () => missing,
    change: async (folder) => {
      const opened = await openLibrary(folder);
      if (!opened.ok) return opened;
      current = makeSafe(opened.value);
      missing = null;
      await remember(current.folder);
      watchAnew(listeners.size > 0);
      tell({ kind: 'folder' });
      return ok(current);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (unwatch === null) watchAnew(true);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchAnew(false);
      };
    },
    close: () => watchAnew(false),
  };
}
