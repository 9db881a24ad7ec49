import type { ExportDocument } from '../document.ts';
import type { ExportPage } from '../pages/page.ts';
import { inputsSheet } from './inputs-sheet.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { pageSheet } from './page-sheet.ts';
import { runCardSheet } from './run-card-sheet.ts';
import { scenarioSheet } from './scenario-sheet.ts';
import { type Sheet, sheetNames } from './sheet.ts';
import { sourcesSheet } from './sources-sheet.ts';

/** Sets out a document as sheets: what was run, a sheet per scenario and page, then inputs, sources and ledger of all. */
export function workbookSheets(document: ExportDocument, pages: readonly ExportPage[] = []): Sheet[] {
  const sheets = [
    runCardSheet(document),
    ...document.scenarios.map(scenarioSheet),
    ...pages.map(pageSheet),
    inputsSheet(document),
    sourcesSheet(document),
    ledgerSheet(document),
  ];
  const names = sheetNames(sheets.map(({ name }) => name));
  return sheets.map((sheet, at) => ({ ...sheet, name: names[at] ?? sheet.name }));
}
