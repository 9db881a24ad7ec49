import { createStore, type StoreApi } from 'zustand/vanilla';

/** The point in time under the pointer or the keyboard cursor, shared by all charts; null when there is none. */
export type CursorStore = StoreApi<{ readonly month: number | null }>;

export function createCursor(): CursorStore {
  return createStore<{ readonly month: number | null }>(() => ({ month: null }));
}
