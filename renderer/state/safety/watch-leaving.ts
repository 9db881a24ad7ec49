import { type Documents, isDirty } from '../documents.ts';

/** What keeps something that is not yet on the disk. */
interface Keeper {
  flush(): Promise<void>;
}

/** Has everything kept when the page is about to go or be hidden, and has the user asked before it goes. */
export function watchLeaving(documents: Documents, keepers: readonly Keeper[]): () => void {
  // Stores are also made where there is no page, as in tests.
  if (typeof window === 'undefined') return () => undefined;
  const flush = (): void => {
    for (const keeper of keepers) void keeper.flush();
  };
  const ask = (event: BeforeUnloadEvent): void => {
    flush();
    if (documents.store.getState().open.some(isDirty)) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    removeEventListener('beforeunload', ask);
    removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
  };
}
