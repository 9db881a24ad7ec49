import type { RefreshChanges } from '#shared/export/deck/refresh.ts';
import type { TemplateDescription, TemplateMapping } from '#shared/export/deck/template.ts';
import type { Unanswered } from '#shared/export/questions/answer.ts';
import type { TravelList } from '#shared/export/travels.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { SavedExport } from './calls.ts';

/** What is to be exported. */
export interface ExportInput {
  readonly ticket: number;
  readonly scenarios: readonly ScenarioSource[];
  readonly wishes: ExportWishes;
}

/** What is to be written, and onto what. */
export interface SaveInput extends ExportInput {
  readonly format: string;
  /** Suggested name of the file, without extension. */
  readonly name: string;
  /** A deck whose layouts, colours and fonts slides are made with; null for our own. */
  readonly template: { readonly deck: Uint8Array; readonly mapping: TemplateMapping | null } | null;
  /** A deck written before, whose contents are replaced; null for a new one. */
  readonly into: Uint8Array | null;
}

/** A file that was written, and the pages asked for that are not in it. */
export interface WrittenExport extends SavedExport {
  readonly leftOut: readonly Unanswered[];
}

/** The calls by which numbers leave the program. */
export interface ExportCalls {
  'export.save': { input: SaveInput; output: WrittenExport };
  /** Says what would be in the file, before it is written. */
  'export.travels': { input: ExportInput & { readonly format: string }; output: TravelList };
  /** Says what a deck offers as a template; `refused` in words when it cannot be one. */
  'deck.describe': { input: { readonly deck: Uint8Array }; output: TemplateDescription };
  /** Says what a refresh would change in a deck, without writing anything. */
  'deck.changes': { input: ExportInput & { readonly into: Uint8Array }; output: RefreshChanges };
}
