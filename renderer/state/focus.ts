import { createStore, type StoreApi } from 'zustand/vanilla';

/** The figure the user asked about: a measure, and the month it was asked at (null for the end). */
export interface Figure {
  readonly measure: string;
  readonly month: number | null;
}

/** A point of a fan looked into: where it is on the screen, and the measures of its chart that have a fan. */
export interface FanPoint {
  readonly x: number;
  readonly y: number;
  readonly measures: readonly string[];
}

/** The figure in question, and the point of a fan it was asked at where its distribution is open over the chart. */
export interface Focus {
  readonly figure: Figure | null;
  readonly fanPoint: FanPoint | null;
}

/** What the explanation beneath the charts is about. */
export type FocusStore = StoreApi<Focus>;

export function createFocus(): FocusStore {
  return createStore<Focus>(() => ({ figure: null, fanPoint: null }));
}
