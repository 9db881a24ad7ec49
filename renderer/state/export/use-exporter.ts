import { useStore } from 'zustand/react';
import { useStores } from '../use-stores.ts';
import type { ExportState } from './export-draft.ts';
import type { Exporter } from './exporter.ts';

/** Reads the state of the export. */
export function useExport<T>(select: (state: ExportState) => T): T {
  return useStore(useStores().exporter.store, select);
}

/** Gives what can be done with the export. */
export function useExporter(): Exporter {
  return useStores().exporter;
}
