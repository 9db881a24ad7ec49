import { invariant } from '#shared/base/assert.ts';
import { excelDay, type Sheet, type SheetCell } from '#shared/export/sheets/sheet.ts';
import { xmlNumber } from '../open-xml/xml.ts';
import { columnName } from './column-name.ts';
import type { SharedTexts } from './shared-texts.ts';
import { type CellStyle, styleIndex } from './styles-xml.ts';

/** What is handed on together: enough to compress well, little enough to wait for. */
const stretchBytes = 1 << 20;
/** The longest number, its row and all that stands around the two. */
const mostOfCell = 80;

/** What stands around the cells of a column. */
interface Column {
  /** `<c r="AB`. */
  readonly before: Uint8Array;
  /** `" s="2"><v>`, and for a text `" s="2" t="s"><v>`. */
  readonly number: Uint8Array;
  readonly text: Uint8Array;
}

const cellEnd = ascii('</v></c>');
const rowEnd = ascii('</row>');

/**
 * Writes the rows of a sheet as bytes, a stretch at a time: a large workbook has millions of cells, and a text of all of them would
 * have to be put together, held and encoded first. Texts go into the shared table, so that none can be taken for a formula and all
 * that stands here is ASCII.
 */
export function* sheetRows(
  { columns, heads, rows }: Sheet,
  texts: SharedTexts,
): Generator<Uint8Array, void, void> {
  const widest = Math.max(columns.length, ...heads.map(({ length }) => length));
  const names = Array.from({ length: widest }, (_, at) => columnName(at));
  const styled = (styleOf: (column: number) => CellStyle) =>
    names.map((name, at) => columnOf(name, styleOf(at)));
  const headColumns = [styled(() => 'head'), styled(() => 'subhead')] as const;
  const dataColumns = styled((column) => columns[column]?.form ?? 'general');
  const mostOfRow = (widest + 1) * mostOfCell;
  const size = Math.max(stretchBytes, 2 * mostOfRow);
  let buffer = new Uint8Array(size);
  let at = 0;
  const count = heads.length + rows.length;
  for (let row = 0; row < count; row++) {
    const head = heads[row];
    const own = head === undefined ? dataColumns : headColumns[row === 0 ? 0 : 1];
    at = writeRow(buffer, at, row + 1, head ?? rows[row - heads.length] ?? [], own, texts);
    if (at < size - mostOfRow && row < count - 1) continue;
    yield buffer.subarray(0, at);
    buffer = new Uint8Array(size);
    at = 0;
  }
}

function writeRow(
  buffer: Uint8Array,
  from: number,
  number: number,
  cells: readonly SheetCell[],
  columns: readonly Column[],
  texts: SharedTexts,
): number {
  invariant(cells.length <= columns.length, 'a row has no cells beyond the columns of its sheet');
  const name = ascii(String(number));
  let at = writeText(buffer, from, `<row r="${number}">`);
  for (let column = 0; column < columns.length; column++) {
    const cell = cells[column];
    const around = columns[column];
    if (cell === null || cell === undefined || cell === '' || around === undefined) continue;
    at = writeBytes(buffer, at, around.before);
    at = writeBytes(buffer, at, name);
    if (typeof cell === 'number') {
      at = writeBytes(buffer, at, around.number);
      at = writeText(buffer, at, xmlNumber(cell));
    } else if (typeof cell === 'string') {
      at = writeBytes(buffer, at, around.text);
      at = writeText(buffer, at, String(texts.indexOf(cell)));
    } else {
      at = writeBytes(buffer, at, around.number);
      at = writeText(buffer, at, String(excelDay(cell.month)));
    }
    at = writeBytes(buffer, at, cellEnd);
  }
  return writeBytes(buffer, at, rowEnd);
}

function columnOf(name: string, style: CellStyle): Column {
  const index = styleIndex(style);
  return {
    before: ascii(`<c r="${name}`),
    number: ascii(`" s="${index}"><v>`),
    text: ascii(`" s="${index}" t="s"><v>`),
  };
}

/** Byte by byte: for a dozen of them that is quicker than to ask for a copy. */
function writeBytes(buffer: Uint8Array, from: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) buffer[from + at] = bytes[at] ?? 0;
  return from + bytes.length;
}

function writeText(buffer: Uint8Array, from: number, text: string): number {
  for (let at = 0; at < text.length; at++) buffer[from + at] = text.charCodeAt(at);
  return from + text.length;
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
