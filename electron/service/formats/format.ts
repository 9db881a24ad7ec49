import type { ProjectionResult } from '#shared/contract/results.ts';

/** What an export is made from: one scenario after another with its numbers. */
export interface ExportDocument {
  /** Version of the program. */
  readonly version: string;
  readonly scenarios: readonly ExportedScenario[];
}

/** One scenario of an export. */
export interface ExportedScenario {
  /** Name of its file, without a folder. */
  readonly file: string;
  readonly result: ProjectionResult;
}

/** A way to write a document. */
export interface Format {
  readonly id: string;
  readonly extension: string;
  readonly mime: string;
  readonly encode: (document: ExportDocument) => Promise<Uint8Array>;
}
