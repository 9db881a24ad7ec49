import { beforeAll, describe, expect, it } from 'vitest';
import { invariant } from '#shared/base/assert.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { columnName } from '../../../../electron/exporters/workbook/column-name.ts';
import { workbook } from '../../../../electron/exporters/workbook/workbook.ts';
import {
  askedDocument,
  askedText,
  comparisonCharts,
  otherText,
  pageNamed,
  pagesOf,
  scenarioCharts,
} from '../../../support/asked-document.ts';
import { readSheets, workbookFaults } from '../../../support/open-xml/workbook-faults.ts';

const heat = 'sweep:over=deals.cloud.capacity.phases.first.power:and=generations.chip.price.list:steps=4';
const charts = [...comparisonCharts, ...scenarioCharts];
let document: ExportDocument;
let pages: readonly ExportPage[];

beforeAll(async () => {
  document = await askedDocument([askedText, otherText], { charts });
  pages = pagesOf(document, { charts });
}, 120_000);

async function written(own: readonly ExportPage[]): Promise<Uint8Array> {
  const bytes = await workbook(document, own, unattended);
  invariant(bytes, 'nobody stops it');
  return bytes;
}

describe('the sheets of pages', () => {
  it('are there for every kind, sound, each with its finding', async () => {
    const packed = await written(pages);
    expect(workbookFaults(packed)).toEqual([]);
    const findings = [...readSheets(packed).values()].map((cells) => cells.get('A1'));
    for (const { id, finding } of pages) expect(findings, id).toContain(finding);
    expect(readSheets(packed).size).toBe(readSheets(await written([])).size + pages.length);
  });

  it('hold the engine’s figures as numbers: of a heat map, and of lines with their percentiles', async () => {
    const sheets = [
      ...readSheets(await written([pageNamed(pages, heat), pageNamed(pages, 'overlay')])).values(),
    ];
    const answer = document.scenarios[0]?.answers.get(heat);
    invariant(answer?.kind === 'sweep', 'the sweep is answered');
    const map = sheets.find((cells) => cells.get('A1') === pageNamed(pages, heat).finding);
    answer.result.figures.forEach((figure, at) => {
      const cell = `${columnName(1 + (at % 4))}${3 + Math.floor(at / 4)}`;
      expect(Number(map?.get(cell))).toBeCloseTo(figure * 1e-9, 9);
    });
    const compared = document.answers.get('overlay');
    invariant(compared?.kind === 'outcomes', 'the overlay is answered');
    const lines = sheets.find((cells) => cells.get('A1') === pageNamed(pages, 'overlay').finding);
    const bands = compared.outcomes.scenarios[0]?.bands.find(({ id }) => id === 'spend.billed.cumulative');
    const last = (bands?.mean.length ?? 0) - 1;
    expect(lines?.get('B2')).toBe('Small deal ($B)');
    expect(Number(lines?.get(`B${last + 3}`))).toBeCloseTo((bands?.mean[last] ?? Number.NaN) * 1e-9, 9);
    expect(lines?.get('C2')).toBe('Small deal P5 ($B)');
    expect(Number(lines?.get(`C${last + 3}`))).toBeCloseTo((bands?.p5[last] ?? Number.NaN) * 1e-9, 9);
  });
});
