import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import { invariant } from '#shared/base/assert.ts';
import type { DocumentsState, OpenDocument } from './documents.ts';
import type { LayoutState } from './layout.ts';
import type { LibraryState } from './library.ts';
import { blankRun, type Run } from './runs.ts';
import type { SettingsState } from './settings.ts';
import type { Stores } from './stores.ts';

const StoresContext = createContext<Stores | null>(null);

export const StoresProvider = StoresContext.Provider;

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  invariant(stores !== null, 'a component stands outside the provider of the stores');
  return stores;
}

export function useDocuments<T>(select: (state: DocumentsState) => T): T {
  return useStore(useStores().documents.store, select);
}

export function useActiveDocument(): OpenDocument | null {
  return useDocuments((state) => state.open.find((one) => one.id === state.activeId) ?? null);
}

/** The run of the scenario on screen. */
export function useActiveRun(): Run {
  const activeId = useDocuments((state) => state.activeId);
  return useStore(useStores().runs.store, (state) => state.byId[activeId ?? ''] ?? blankRun);
}

export function useLayout<T>(select: (state: LayoutState) => T): T {
  return useStore(useStores().layout, select);
}

export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(useStores().library.store, select);
}

export function useSettings<T>(select: (state: SettingsState) => T): T {
  return useStore(useStores().settings.store, select);
}
