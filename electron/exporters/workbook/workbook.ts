import type { ExportDocument } from '#shared/export/document.ts';
import { conditional } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { workbookSheets } from '#shared/export/sheets/workbook.ts';
import type { ExportControl } from '../export-control.ts';
import { writeLargeWorkbook } from './write-workbook.ts';

/** Writes a document as an Excel workbook, with a sheet for each page that was asked for; null where it was no longer wanted. */
export function workbook(
  document: ExportDocument,
  pages: readonly ExportPage[],
  control: ExportControl,
): Promise<Uint8Array | null> {
  const titles = document.scenarios.map(({ title }) => title).join('; ');
  const properties = { title: titles, description: conditional, version: document.version };
  return writeLargeWorkbook(workbookSheets(document, pages), properties, control);
}
