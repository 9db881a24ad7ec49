/** One cell of a file of separated values, with its offsets in the text (quotes left out). */
export interface CsvCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const separators = [',', ';', '\t'] as const;

/**
 * Cuts a text of separated values into rows of cells. The separator is the comma, the semicolon or the tab, whichever the first line
 * has most of; cells may be quoted, with `""` for a quote inside. Rows without a single character are left out.
 */
export function csvRows(text: string): readonly (readonly CsvCell[])[] {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = [...separators].sort((one, two) => count(head, two) - count(head, one))[0] ?? ',';
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    row.push(cell.cell);
    at = cell.next;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (row.some((one) => one.text.trim() !== '')) rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

interface ReadCell {
  readonly cell: CsvCell;
  /** Where the separator, the end of the line or of the text is. */
  readonly next: number;
}

function plainCell(text: string, from: number, separator: string): ReadCell {
  let to = from;
  while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to += 1;
  return { cell: { text: text.slice(from, to), from, to }, next: to };
}

function quotedCell(text: string, from: number): ReadCell {
  let to = from + 1;
  while (to < text.length && !(text[to] === '"' && text[to + 1] !== '"')) to += text[to] === '"' ? 2 : 1;
  let next = Math.min(text.length, to + 1);
  // What stands between the closing quote and the end of the cell belongs to nothing.
  while (next < text.length && !/[,;\t\r\n]/.test(text[next] ?? '')) next += 1;
  return { cell: { text: text.slice(from + 1, to).replaceAll('""', '"'), from: from + 1, to }, next };
}

function count(text: string, separator: string): number {
  return text.split(separator).length - 1;
}
