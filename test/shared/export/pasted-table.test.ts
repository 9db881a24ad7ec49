import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedTable } from '#shared/export/pasted-table.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import { lens } from '#shared/view/lens.ts';
import { standingCharts } from '#shared/view/standing-charts.ts';
import { type ChartTable, chartTable } from '#shared/view/table.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const projection = sampleProjection();

/** Reads the text form with code of its own. */
function readText(text: string): string[][] {
  return text.split('\n').map((line) => line.split('\t'));
}

/** Reads the table form with code of its own; entities last, the ampersand after all others. */
function readHtml(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ),
  );
}

function tableOf(id: string, period: 'month' | 'quarter' | 'year'): ChartTable {
  const view = buildChart(lens(projection, null, period), id, { isCumulative: true });
  if (!view) throw new Error(`no chart ${id}`);
  return chartTable(view);
}

/** The number a cell holds: an empty one holds none, and a sheet knows no zero below zero. */
function numberIn(cell: string | undefined): number {
  return cell === undefined || cell === '' ? Number.NaN : Number(cell);
}

/** Names of whatever a scenario may spell, and what it may not. */
const names = fc.string({
  unit: fc.constantFrom(...'aZ0 <>&"\'=+-@\t\n\r\u0001\u00e9\u200b\uff1d', '\ud800', '\u{1f600}'),
});

const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    period: fc.constant('month' as const),
    columns: fc.array(fc.record({ label: names, unit: names }), {
      minLength: width,
      maxLength: width,
    }),
    rows: fc.array(
      fc.record({
        label: fc.constant('Apr 2026'),
        code: fc.constant('2026-04'),
        values: fc.array(fc.double(), { minLength: width, maxLength: width }),
      }),
      { maxLength: 8 },
    ),
    decimals: fc.constant(Array.from({ length: width }, () => 1)),
  }),
);

describe('a table to paste', () => {
  it('gives back every number bit for bit, in both forms', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { text, html } = pastedTable(table);
        for (const cells of [readText(text), readHtml(html)]) {
          expect(cells).toHaveLength(table.rows.length + 2);
          table.rows.forEach((row, at) => {
            const read = cells[at + 2]?.slice(1).map(numberIn);
            // Without an answer the cell is empty, which reads as NaN; minus zero is zero.
            expect(read).toEqual(
              row.values.map((value) => (Number.isFinite(value) ? value + 0 : Number.NaN)),
            );
          });
        }
      }),
      { seed: 20_261_121 },
    );
  });

  it.each(standingCharts.map(({ id }) => id))('gives back the figures of %s, whatever the period', (id) => {
    for (const period of ['month', 'quarter', 'year'] as const) {
      const table = tableOf(id, period);
      const { text, html } = pastedTable(table);
      const cells = readText(text);
      expect(readHtml(html)).toEqual(cells);
      expect(cells[0]).toEqual(['Period', ...table.columns.map(({ label }) => label)]);
      expect(cells[1]).toEqual(['', ...table.columns.map(({ unit }) => unit)]);
      table.rows.forEach((row, at) => {
        const read = cells[at + 2]?.slice(1).map(numberIn);
        expect(read).toEqual(row.values.map((value) => value + 0));
      });
    }
  });

  it('gives back the bits of the projection where a chart shows its unit', () => {
    const measures = ['price.trainium2', 'price.trainium3'];
    const own = buildChart(lens(projection, null, 'month'), 'own-1', { isCumulative: true }, [
      { id: 'own-1', measures },
    ]);
    if (!own) throw new Error('no chart of prices');
    const read = readText(pastedTable(chartTable(own)).text).slice(2);
    measures.forEach((id, at) => {
      const series = projection.series.find(({ info }) => info.id === id);
      expect(read.map((row) => numberIn(row[at + 1]))).toEqual([...(series?.values ?? [])]);
    });
  });

  it('lets no name become a formula, a tag or a cell more', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\uff1d',
      '\t',
      '\r',
      '\n',
      ' =',
      '\u0001=',
      '\ud800=',
      '<b>=',
    );
    fc.assert(
      fc.property(tables, start, (table, sign) => {
        const columns = table.columns.map(({ label, unit }) => ({
          label: `${sign}${label}`,
          unit: `${sign}${unit}`,
        }));
        const { text, html } = pastedTable({ ...table, columns });
        const cells = readHtml(html);
        for (const row of [...readText(text), ...cells]) expect(row).toHaveLength(columns.length + 1);
        for (const row of [...readText(text).slice(0, 2), ...cells.slice(0, 2)])
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
        expect(html.match(/<(?!\/?(table|thead|tbody|tr|th|td)>)/g)).toBeNull();
      }),
      { seed: 20_261_121 },
    );
  });

  it('dates months and names longer periods', () => {
    const periods = (period: 'month' | 'quarter' | 'year') =>
      readText(pastedTable(tableOf('capital', period)).text).map(([first]) => first);
    expect(periods('month').slice(2, 4)).toEqual(['2026-04-01', '2026-05-01']);
    expect(periods('quarter')[2]).toBe('2026-Q2');
    expect(periods('year')[2]).toBe('2026');
  });
});
