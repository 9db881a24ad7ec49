import { beforeAll, describe, expect, it } from 'vitest';
import { csv } from '#shared/export/csv.ts';
import type { ExportDocument, RunDocument } from '#shared/export/document.ts';
import { json } from '#shared/export/json.ts';
import { plainCell } from '#shared/export/plain-cell.ts';
import { tidyColumns } from '#shared/export/tidy.ts';
import { tsv } from '#shared/export/tsv.ts';
import { shippedDocument } from '../../support/export-document.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

let document: ExportDocument;

beforeAll(async () => {
  document = await shippedDocument(['3-gw.scenario.yaml'], { draws: 64 });
});

/** Reads CSV after RFC 4180, with code of its own. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!isQuoted && sign === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      rows.push([]);
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

function hostile(label: string): RunDocument {
  const projection = sampleProjection({ months: 2 });
  const series = projection.series.slice(0, 1).map((one) => ({ ...one, info: { ...one.info, label } }));
  return {
    version: '0',
    scenarios: [
      {
        file: '=cmd.yaml',
        title: 'T',
        customer: 'C',
        hash: 'abc',
        seed: 1,
        projection: { ...projection, series },
        fan: null,
        problems: [],
      },
    ],
  };
}

describe('tidy tables', () => {
  it('have a row for every scenario, measure and month, each complete', () => {
    const [head, ...rows] = readCsv(csv(document));
    const { projection } = document.scenarios[0] ?? { projection: sampleProjection() };
    expect(head).toEqual([...tidyColumns]);
    expect(rows).toHaveLength(projection.series.length * projection.months);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([tidyColumns.length]));
  });

  it('give back every number to the last bit, and nothing for no answer', () => {
    const rows = readCsv(csv(document)).slice(1);
    const { projection, fan } = document.scenarios[0] ?? { projection: sampleProjection(), fan: null };
    const written = (value: number) => (Number.isFinite(value) ? String(value) : '');
    const expected = projection.series.flatMap(({ info, values }) => {
      const band = fan?.bands.find(({ id }) => id === info.id);
      return Array.from(values, (value, month) => [written(value), written(band?.p95[month] ?? Number.NaN)]);
    });
    expect(rows.map((row) => [row[6], row[11]])).toEqual(expected);
  });

  it('write months as ISO has them and name the run in every row', () => {
    const rows = readCsv(csv(document)).slice(1);
    expect(rows.every((row) => /^\d{4}-(0[1-9]|1[0-2])$/.test(row[5] ?? ''))).toBe(true);
    const run = rows[0]?.slice(12);
    expect(run).toEqual([
      document.scenarios[0]?.hash.slice(0, 12),
      String(document.scenarios[0]?.seed),
      '64',
      '0.0.0-test',
      'conditional on these assumptions',
    ]);
  });

  it('are the same table with tabs', () => {
    const lines = tsv(document)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines).toEqual(readCsv(csv(document)));
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1'])('keep %j from being a formula', (text) => {
    expect(plainCell(text).startsWith("'")).toBe(true);
    const [, first] = readCsv(csv(hostile(text)));
    expect(first?.[2]).toBe(`'${text}`);
    expect(first?.[0]).toBe("'=cmd.yaml");
  });

  it('leave harmless texts and negative numbers alone', () => {
    expect(plainCell('billed spend = what is paid')).toBe('billed spend = what is paid');
    expect(readCsv(csv(hostile('a "b", c\nd')))[1]?.[2]).toBe('a "b", c\nd');
    expect(tsv(hostile('a\tb\nc')).split('\n')[1]?.split('\t')[2]).toBe('a b c');
  });

  it('are JSON too, with percentiles and null for no answer', () => {
    const told = JSON.parse(json(document, { basis: 'b' }));
    expect(told.basis).toBe('b');
    expect(told.scenario).toMatchObject({ file: '3-gw.scenario.yaml', draws: 64 });
    const billed = told.measures['spend.billed.cumulative'];
    expect(billed.values).toHaveLength(told.months.length);
    expect(billed.p95).toHaveLength(told.months.length);
  });
});
