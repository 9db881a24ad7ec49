import { orNull } from '#shared/base/finite.ts';
import type { ChartTable } from '#shared/view/table.ts';
import { plainCell } from './plain-cell.ts';
import type { TidyCell } from './tidy.ts';
import { tsvCell } from './tsv-cell.ts';
import { xmlText } from './xml-text.ts';

/** A table in the two forms a spreadsheet takes from the clipboard. */
export interface PastedTable {
  /** Tab-separated, for `text/plain`. */
  readonly text: string;
  /** One table, for `text/html`. */
  readonly html: string;
}

/**
 * Writes a table to paste as cells: names, then units, then a row per period with numbers in full precision and the unit of
 * the column. No answer is an empty cell, months are the ISO dates of their first days, and no name becomes a formula.
 */
export function pastedTable(table: ChartTable): PastedTable {
  const heads: readonly TidyCell[][] = [
    ['Period', ...table.columns.map(({ label }) => label)],
    ['', ...table.columns.map(({ unit }) => unit)],
  ];
  const rows: readonly TidyCell[][] = table.rows.map(({ code, values }) => [
    table.period === 'month' ? `${code}-01` : code,
    ...values.map(orNull),
  ]);
  const text = [...heads, ...rows].map((row) => row.map(tsvCell).join('\t')).join('\n');
  const html = `<table><thead>${htmlRows(heads, 'th')}</thead><tbody>${htmlRows(rows, 'td')}</tbody></table>`;
  return { text, html };
}

function htmlRows(rows: readonly (readonly TidyCell[])[], tag: 'th' | 'td'): string {
  return rows
    .map((row) => `<tr>${row.map((cell) => `<${tag}>${htmlCell(cell)}</${tag}>`).join('')}</tr>`)
    .join('');
}

function htmlCell(content: TidyCell): string {
  if (content === null) return '';
  // What a text begins with is known only once the signs that no page can hold are gone from it.
  return typeof content === 'number' ? String(content) : plainCell(xmlText(content));
}
