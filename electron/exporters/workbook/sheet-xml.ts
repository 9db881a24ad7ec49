import { excelDay, type Sheet, type SheetCell } from '#shared/export/sheets/sheet.ts';
import { element, xmlHead, xmlNumber } from '../open-xml/xml.ts';
import type { SharedTexts } from './shared-texts.ts';
import { type CellStyle, styleIndex } from './styles-xml.ts';

/** Names a column as sheets do: A, B … Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Writes a sheet; texts go into the shared table, so none of them can be taken for a formula. */
export function sheetXml(sheet: Sheet, texts: SharedTexts): string {
  const { columns, heads, rows, frozenColumns } = sheet;
  const names = columns.map((_, at) => columnName(at));
  const last = `${names.at(-1) ?? 'A'}${Math.max(1, heads.length + rows.length)}`;
  const lines: string[] = [];
  heads.forEach((head, at) => {
    lines.push(rowXml(at + 1, head, () => (at === 0 ? 'head' : 'subhead'), names, texts));
  });
  rows.forEach((row, at) => {
    const number = heads.length + at + 1;
    lines.push(rowXml(number, row, (column) => columns[column]?.form ?? 'general', names, texts));
  });
  return (
    xmlHead +
    element(
      'worksheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      element('dimension', { ref: `A1:${last}` }),
      element(
        'sheetViews',
        {},
        element('sheetView', { workbookViewId: 0 }, frozen(heads.length, frozenColumns)),
      ),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      element(
        'cols',
        {},
        ...columns.map(({ width }, at) =>
          element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }),
        ),
      ),
      element('sheetData', {}, ...lines),
      heads.length === 1 && rows.length > 0 && frozenColumns > 0
        ? element('autoFilter', { ref: `A1:${last}` })
        : '',
      element('pageMargins', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
      element('pageSetup', { orientation: 'landscape' }),
    )
  );
}

function frozen(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return '';
  const isBoth = rows > 0 && columns > 0;
  return element('pane', {
    xSplit: columns > 0 ? columns : undefined,
    ySplit: rows > 0 ? rows : undefined,
    topLeftCell: `${columnName(columns)}${rows + 1}`,
    activePane: isBoth ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight',
    state: 'frozen',
  });
}

/** Written by hand and not by `element`: a large workbook has a million cells. */
function rowXml(
  number: number,
  cells: readonly SheetCell[],
  styleOf: (column: number) => CellStyle,
  names: readonly string[],
  texts: SharedTexts,
): string {
  // Joined once: that takes a quarter less time than a text that grows cell by cell.
  const pieces: string[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (cell === null || cell === undefined || cell === '') continue;
    const head = `<c r="${names[at]}${number}" s="${styleIndex(styleOf(at))}"`;
    if (typeof cell === 'string') pieces.push(`${head} t="s"><v>${texts.indexOf(cell)}</v></c>`);
    else
      pieces.push(`${head}><v>${typeof cell === 'number' ? xmlNumber(cell) : excelDay(cell.month)}</v></c>`);
  }
  return `<row r="${number}">${pieces.join('')}</row>`;
}
