import type { ExportDocument } from '#shared/export/document.ts';
import { conditional } from '#shared/export/document.ts';
import { workbookSheets } from '#shared/export/sheets/workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Writes a document as an Excel workbook. */
export function workbook(document: ExportDocument): Uint8Array {
  const titles = document.scenarios.map(({ title }) => title).join('; ');
  return writeWorkbook(workbookSheets(document), {
    title: titles,
    description: conditional,
    version: document.version,
  });
}
