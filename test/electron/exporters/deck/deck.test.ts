import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { excelDay } from '#shared/export/sheets/sheet.ts';
import { plainWishes, slideSizes } from '#shared/export/wishes.ts';
import { monthAfter } from '#shared/view/calendar.ts';
import { deck } from '../../../../electron/exporters/deck/deck.ts';
import { readObjectName } from '../../../../electron/exporters/deck/object-name.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { manySeriesPage } from '../../../support/many-series.ts';
import { deckFaults } from '../../../support/open-xml/deck-faults.ts';
import { all, readParts } from '../../../support/open-xml/read-parts.ts';
import { readSheets } from '../../../support/open-xml/workbook-faults.ts';
import { samplePages } from '../../../support/sample-pages.ts';

let document: ExportDocument;
let pages: readonly ExportPage[];

beforeAll(async () => {
  document = await shippedDocument();
  const composed = composePages(document, plainWishes);
  if (!composed.ok) throw new Error(composed.error);
  pages = composed.value;
});

async function written(own: readonly ExportPage[], size = plainWishes.slideSize): Promise<Uint8Array> {
  const bytes = await deck(document, own, { slideSize: size }, unattended);
  if (bytes === null) throw new Error('nobody cancelled');
  return bytes;
}

/** Finds the workbook behind the chart of a page. */
function behind(packed: Uint8Array, page: string): Map<string, string> {
  const file = readParts(packed);
  for (const slide of file.names.filter((name) => /^ppt\/slides\/[^/]+$/.test(name))) {
    const names = all(file.xml(slide), 'p:cNvPr').map((one) =>
      readObjectName(one.getAttribute('name') ?? ''),
    );
    if (!names.some((name) => name?.page === page && name.part === 'chart')) continue;
    const chart = file.relations(slide).find(({ type }) => type.endsWith('/chart'))?.target ?? '';
    const workbook = file.relations(chart).find(({ type }) => type.endsWith('/package'))?.target ?? '';
    return readSheets(file.bytes(workbook)).get('Data') ?? new Map();
  }
  throw new Error(`no chart of ${page}`);
}

describe('deck', () => {
  it('keeps to the rules of Open XML in every size, with every kind of page', async () => {
    for (const size of slideSizes)
      expect(deckFaults(await written([...pages, ...samplePages], size))).toEqual([]);
  });

  it('tells more areas and lines than there are colours apart by patterns, dashes and markers', async () => {
    const packed = await written([manySeriesPage(13, 0), { ...manySeriesPage(0, 16), id: 'x/many-lines' }]);
    expect(deckFaults(packed)).toEqual([]);
    const file = readParts(packed);
    const charts = file.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    const values = (series: ReturnType<typeof all>[number], name: string, attribute: string) =>
      [...series.getElementsByTagName(name)].map((one) => one.getAttribute(attribute));
    const looks = charts.map((name) =>
      all(file.xml(name), 'c:ser').map((series) => {
        const pattern = values(series, 'a:pattFill', 'prst');
        const [dash] = values(series, 'a:prstDash', 'val');
        const marker = values(series, 'c:symbol', 'val')[1];
        return [...pattern, dash, marker].join(' ');
      }),
    );
    expect(looks.map((one) => one.length)).toEqual([13, 16]);
    for (const one of looks) expect(new Set(one).size).toBe(one.length);
  });

  it('gives the same bytes for the same pages', async () => {
    const [first, second] = [await written(pages), await written(pages)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('puts the engine’s numbers into the workbook behind a chart, and no other', async () => {
    const cells = behind(await written(pages), 'amazon-anthropic.scenario.yaml/spend');
    const { projection, fan } = document.scenarios[0] ?? {};
    const billed = projection?.series.find(({ info }) => info.id === 'spend.billed.cumulative')?.values;
    const band = fan?.bands.find(({ id }) => id === 'spend.billed.cumulative');
    const heads = ['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => cells.get(`${column}1`));
    const column = (label: string) => String.fromCharCode(66 + heads.indexOf(label));
    for (let month = 0; month < (projection?.months ?? 0); month++) {
      const row = month + 2;
      expect(Number(cells.get(`A${row}`))).toBe(excelDay(monthAfter({ year: 2026, month: 4 }, month)));
      expect(Number(cells.get(`${column('Billed')}${row}`))).toBe((billed?.[month] ?? Number.NaN) * 1e-9);
      const stacked = ['Billed, P5', 'P5 to P95', 'P25 to P75', 'Billed, P75 to P95'].map((label) =>
        Number(cells.get(`${column(label)}${row}`)),
      );
      expect(stacked.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
        (band?.p95[month] ?? Number.NaN) * 1e-9,
        9,
      );
    }
    // Nothing but the categories, the series shown and their heads.
    const columns = new Set([...cells.keys()].map((address) => address.replace(/\d+$/, '')));
    expect(columns.size).toBe(1 + heads.filter((head) => head !== undefined).length);
  });

  it('writes one note per slide with finding, scenario, sources, seed, version and hash', async () => {
    const file = readParts(await written(pages));
    const notes = file.names.filter((name) => /^ppt\/notesSlides\/[^/]+$/.test(name));
    expect(notes).toHaveLength(pages.length + 1);
    const texts = notes.map((name) => file.xml(name).documentElement?.textContent ?? '');
    for (const page of pages) {
      const note = texts.find((text) => text.includes(page.finding) && !text.includes('Contents:'));
      expect(note).toContain(document.scenarios[0]?.hash);
      expect(note).toContain('seed 7');
      expect(note).toContain('Offtake 0.0.0-test');
      expect(note).toContain('Conditional on these assumptions');
      expect(note).toMatch(/source: .+/);
    }
  });

  it('lets nothing of the machine out', async () => {
    const file = readParts(await written(pages));
    const everything = file.names
      .filter((name) => /xml$|rels$/.test(name))
      .map(file.text)
      .join('\n');
    expect(everything).not.toMatch(/\/(?:home|root|work|tmp|Users)\/|[A-Z]:\\|file:|TargetMode/);
  });

  it('survives titles nobody should write', async () => {
    const hostile = '<b>&amp; "quotes" \u0007\u0000 \ud800 ]]> =cmd|x';
    const [page] = pages;
    if (page === undefined) throw new Error('there is a page');
    const own = {
      ...page,
      finding: hostile,
      topic: hostile,
      footnotes: [hostile],
      note: [hostile],
      spoken: hostile,
    };
    const packed = await written([own]);
    expect(deckFaults(packed)).toEqual([]);
    const words = readParts(packed).xml('ppt/slides/slide1.xml').documentElement?.textContent;
    expect(words).toContain('<b>&amp; "quotes"');
  });

  it('stops when it is no longer wanted', async () => {
    expect(await deck(document, pages, plainWishes, { goesOn: async (share) => share < 0.5 })).toBeNull();
  });
});
