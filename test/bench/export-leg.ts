import { resolve } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { pageDrawing } from '#shared/export/drawing/page-drawing.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { scenarioSheet } from '#shared/export/sheets/scenario-sheet.ts';
import type { Sheet } from '#shared/export/sheets/sheet.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import { createStop } from '../../electron/engine/stop.ts';
import { deck } from '../../electron/exporters/deck/deck.ts';
import { unattended } from '../../electron/exporters/export-control.ts';
import { rasterise } from '../../electron/exporters/picture/rasterise.ts';
import { writeLargeWorkbook } from '../../electron/exporters/workbook/write-workbook.ts';
import { gatherDocument } from '../../electron/service/gather-document.ts';
import { makeExport } from '../../electron/service/make-export.ts';
import { createResults } from '../../electron/service/results.ts';
import { type Leg, medianTimeOf, type Row } from './measure.ts';
import { baseDeal } from './scenarios.ts';

const worker = resolve('dist/worker/worker.js');
const draws = 10_000;
const wishes = { ...plainWishes, draws };
/** The cover is a slide too. */
const pagesOfDeck = 11;
const workbookRows = 10_000;

/** Pages of a document, again from the first where there are too few. */
function elevenPages(document: ExportDocument): ExportPage[] {
  const made = composePages(document, wishes);
  invariant(made.ok && made.value.length > 0, 'the base deal has pages');
  return Array.from({ length: pagesOfDeck }, (_, at) => {
    const page = made.value[at % made.value.length];
    invariant(page !== undefined, 'a page is there');
    const again = Math.floor(at / made.value.length);
    return again === 0 ? page : { ...page, id: `${page.id}-${again}` };
  });
}

/** The sheet of a scenario, as long as asked for. */
function longSheet(document: ExportDocument): Sheet {
  const [scenario] = document.scenarios;
  invariant(scenario !== undefined, 'a scenario is there');
  const sheet = scenarioSheet(scenario);
  const rows = Array.from({ length: workbookRows }, (_, at) => sheet.rows[at % sheet.rows.length] ?? []);
  return { ...sheet, rows };
}

/** Its first twelve columns, as wide as a table that is read by eye. */
function drawsSheet(sheet: Sheet): Sheet {
  const columns = sheet.columns.slice(0, 12);
  const cut = <Cell>(row: readonly Cell[]) => row.slice(0, columns.length);
  return { ...sheet, columns, heads: sheet.heads.map(cut), rows: sheet.rows.map(cut) };
}

/** What leaves the house: slides, pictures, workbooks. */
export const exportLeg: Leg = {
  name: 'export',
  run: async () => {
    const rows: Row[] = [];
    const add = (what: string, value: number, goal: number | null): void => {
      rows.push({ leg: 'export', what, value, unit: 'ms', goal });
    };
    const runner = createPool<ModelJobs>({
      worker,
      threads: 2,
      reportDefect: (what, stack) => {
        process.stderr.write(`${what}\n${stack}\n`);
        return 'bench';
      },
    });
    const parts = { runner, results: createResults(runner), version: '0.0.0-bench' };
    const control = { stop: createStop(), report: () => undefined };
    try {
      const gathered = await gatherDocument(parts, [baseDeal()], wishes, control, true);
      invariant(gathered.ok, 'the base deal is gathered');
      const document = gathered.value;
      const pages = elevenPages(document);

      const writeDeck = () => deck(document, pages, wishes, unattended);
      add('deck of 12 slides, the first', await medianTimeOf(1, 0, writeDeck), 1_500);
      add('deck of 12 slides, later', await medianTimeOf(5, 0, writeDeck), 1_500);

      const chart = pages.find(({ body }) => body.kind === 'chart');
      invariant(chart !== undefined, 'a chart is there');
      for (const scale of [2, 4]) {
        const drawOne = () => rasterise(pageDrawing(chart), scale);
        add(`PNG of a chart at ${scale}×`, await medianTimeOf(5, 1, drawOne), 400);
      }

      const properties = { title: 'Bench', description: '', version: parts.version };
      const wide = longSheet(document);
      const narrow = drawsSheet(wide);
      const write = (sheet: Sheet) =>
        medianTimeOf(3, 1, () => writeLargeWorkbook([sheet], properties, unattended));
      add(`workbook of 10,000 rows, ${narrow.columns.length} columns`, await write(narrow), 1_000);
      add(`workbook of 10,000 rows, all ${wide.columns.length} columns`, await write(wide), null);

      const scenarios = [baseDeal()];
      const all = () =>
        makeExport(
          parts,
          'pptx',
          { scenarios, wishes, template: null, into: null, ticket: 1, format: 'pptx', name: 'deck' },
          control,
        );
      add('standard deck with 10,000 draws and its drivers', await medianTimeOf(2, 0, all), null);
    } finally {
      await runner.close();
    }
    return rows;
  },
};
