import { createStore, type StoreApi } from 'zustand/vanilla';

/** The figure the user asked about: a measure, and the month it was asked at (null for the end). */
export interface Figure {
  readonly measure: string;
  readonly month: number | null;
}

/** What the explanation beneath the charts is about. */
export type FocusStore = StoreApi<{ readonly figure: Figure | null }>;

export function createFocus(): FocusStore {
  return createStore<{ readonly figure: Figure | null }>(() => ({ figure: null }));
}
