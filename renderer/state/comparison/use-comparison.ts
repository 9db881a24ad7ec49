import { useStore } from 'zustand/react';
import { useStores } from '../use-stores.ts';
import type { Comparison } from './comparison.ts';
import type { ComparisonState } from './comparison-state.ts';

/** What the comparison holds, as a component needs it. */
export function useComparison<T>(select: (state: ComparisonState) => T): T {
  return useStore(useStores().comparison.store, select);
}

/** What can be done with the comparison. */
export function useComparisonActions(): Comparison {
  return useStores().comparison;
}
