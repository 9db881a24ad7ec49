import { type Documents, isDirty } from '../documents.ts';
import type { JournalKeeper } from './journal-keeper.ts';

/** Notes what is unsaved when the page is about to go or be hidden, and has the user asked before it goes. */
export function watchLeaving(documents: Documents, journal: JournalKeeper): () => void {
  // Stores are also made where there is no page, as in tests.
  if (typeof window === 'undefined') return () => undefined;
  const flush = (): void => void journal.flush();
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
