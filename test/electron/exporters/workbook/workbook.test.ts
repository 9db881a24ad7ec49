import { beforeAll, describe, expect, it } from 'vitest';
import { invariant } from '#shared/base/assert.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { excelDay, type Sheet, type SheetCell, sheetNames } from '#shared/export/sheets/sheet.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import { columnName } from '../../../../electron/exporters/workbook/column-name.ts';
import { workbook } from '../../../../electron/exporters/workbook/workbook.ts';
import { writeLargeWorkbook, writeWorkbook } from '../../../../electron/exporters/workbook/write-workbook.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { readSheets, workbookFaults } from '../../../support/open-xml/workbook-faults.ts';

const nothing = { title: '', description: '', version: '' };
let document: ExportDocument;
let packed: Uint8Array;
let sheets: Map<string, Map<string, string>>;

async function written(): Promise<Uint8Array> {
  const bytes = await workbook(document, [], unattended);
  invariant(bytes, 'nobody stops it');
  return bytes;
}

beforeAll(async () => {
  document = await shippedDocument(['amazon-anthropic.scenario.yaml', '3-gw.scenario.yaml'], {
    draws: 64,
  });
  packed = await written();
  sheets = readSheets(packed);
}, 60_000);

describe('workbook', () => {
  it('keeps to the rules of Open XML and gives the same bytes again', async () => {
    expect(workbookFaults(packed)).toEqual([]);
    expect(Buffer.compare(packed, await written())).toBe(0);
  });

  it('has a sheet per scenario between the run card and what all rest on', () => {
    expect([...sheets.keys()]).toEqual([
      'Run card',
      ...sheetNames(document.scenarios.map(({ title }) => title)),
      'Inputs',
      'Sources',
      'Ledger',
    ]);
  });

  it('gives back the engine’s numbers, with real dates, units and percentiles', () => {
    const cells = sheets.get('Amazon – Anthropic, April 2026') ?? new Map();
    const { projection, fan } = document.scenarios[0] ?? { projection: null, fan: null };
    expect([cells.get('A1'), cells.get('A2'), cells.get('A5')]).toEqual([
      'Month',
      'Unit',
      String((Date.UTC(2026, 3, 1) - Date.UTC(1899, 11, 30)) / 86_400_000),
    ]);
    let column = 1;
    for (const { info, values } of projection?.series ?? []) {
      const name = columnName(column);
      expect([cells.get(`${name}2`), cells.get(`${name}3`)]).toEqual([info.unit, info.id]);
      const shown = Array.from(values, (_, month) => cells.get(`${name}${month + 5}`));
      expect(shown).toEqual(
        Array.from(values, (value) => (Number.isFinite(value) ? String(value) : undefined)),
      );
      const band = fan?.bands.find(({ id }) => id === info.id);
      if (band) {
        const p95 = columnName(column + 5);
        expect(cells.get(`${p95}3`)).toBe(`${info.id} p95`);
        const last = band.p95.length - 1;
        expect(Number(cells.get(`${p95}${last + 5}`))).toBe(band.p95[last]);
      }
      column += band ? 6 : 1;
    }
  });

  it('says what was run, and who vouches for what', () => {
    const card = [...(sheets.get('Run card') ?? new Map()).values()];
    expect(card).toContain(document.scenarios[0]?.hash);
    expect(card).toContain('Conditional on these assumptions; not a forecast.');
    const inputs = [...(sheets.get('Inputs') ?? new Map()).values()];
    expect(inputs).toContain('deals.aws.capacity.ceiling');
    expect(inputs).toContain('up to 5 GW');
    expect(inputs).toContain('binding');
  });

  it('writes texts as texts, whatever they look like', () => {
    const rows = [['=1+1', '_x0041_', ' a ', 'b\nc', '<&>', '\u0000\u0007x']];
    const column = { form: 'text', width: 10 } as const;
    const sheet = { name: 'a', columns: rows[0]?.map(() => column) ?? [], heads: [], rows, frozenColumns: 0 };
    const made = writeWorkbook([sheet], nothing);
    expect(workbookFaults(made)).toEqual([]);
    const cells = readSheets(made).get('a');
    expect(cells?.get('A1')).toBe('=1+1');
    expect(cells?.get('B1')).toBe('_x005F_x0041_');
    expect(cells?.get('C1')).toBe(' a ');
    expect(cells?.get('F1')).toBe('x');
  });

  it('refuses to write a number that is none', () => {
    const sheet = {
      name: 'a',
      columns: [{ form: 'general', width: 9 } as const],
      heads: [],
      rows: [[Number.NaN]],
      frozenColumns: 0,
    };
    expect(() => writeWorkbook([sheet], nothing)).toThrow('NaN');
  });
});

/** A sheet that is compressed in several stretches, with numbers of every size, gaps, months and texts. */
function longSheet(): Sheet {
  const columns = Array.from(
    { length: 60 },
    (_, at) => ({ form: at === 0 ? 'month' : 'general', width: 9 }) as const,
  );
  const cell = (row: number, column: number): SheetCell => {
    if (column === 0) return { month: { year: 2026 + (row % 90), month: (row % 12) + 1 } };
    if ((row + column) % 11 === 0) return null;
    if (column === 7) return `text ${row % 13}`;
    return Math.sin(row * 61 + column) * 10 ** ((row + column) % 40) - 1 / (row + 1);
  };
  const rows = Array.from({ length: 1_500 }, (_, row) => columns.map((_form, column) => cell(row, column)));
  return { name: 'Long', columns, heads: [columns.map((_, at) => `head ${at}`)], rows, frozenColumns: 1 };
}

describe('a large workbook', () => {
  const sheet = longSheet();

  it('has the bytes it would have if it were written at a stretch, and every number to the last digit', async () => {
    const shares: number[] = [];
    const control = {
      goesOn: async (share: number) => {
        shares.push(share);
        return true;
      },
    };
    const large = await writeLargeWorkbook([sheet], nothing, control);
    expect(Buffer.compare(large ?? new Uint8Array(), writeWorkbook([sheet], nothing))).toBe(0);
    expect(workbookFaults(large ?? new Uint8Array())).toEqual([]);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    const cells = readSheets(large ?? new Uint8Array()).get('Long');
    sheet.rows.forEach((row, at) => {
      row.forEach((value, column) => {
        const found = cells?.get(`${columnName(column)}${at + 2}`);
        if (typeof value === 'object' && value !== null) expect(found).toBe(String(excelDay(value.month)));
        else expect(found).toBe(value === null ? undefined : String(value));
      });
    });
  });

  it('stops when it is no longer wanted', async () => {
    let asked = 0;
    const control = { goesOn: async () => ++asked < 2 };
    expect(await writeLargeWorkbook([sheet], nothing, control)).toBeNull();
    expect(asked).toBe(2);
  });
});

describe('the calendar of spreadsheets', () => {
  it('counts days as they do, for every month of two centuries', () => {
    for (let year = 1901; year <= 2100; year++) {
      for (let month = 1; month <= 12; month++) {
        const days = (Date.UTC(year, month - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(excelDay({ year, month })).toBe(days);
      }
    }
  });
});

describe('names of sheets', () => {
  it('are taken by Excel, each once', () => {
    const names = sheetNames(['a/b:c', '', "'x'", 'History', 'A'.repeat(40), 'a'.repeat(40), '\u0000']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
  });
});
