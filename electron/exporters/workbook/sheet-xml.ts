import type { Sheet } from '#shared/export/sheets/sheet.ts';
import { element, xmlHead } from '../open-xml/xml.ts';
import { columnName } from './column-name.ts';
import type { SharedTexts } from './shared-texts.ts';
import { sheetRows } from './sheet-rows.ts';

/** Writes a sheet as bytes, a stretch at a time; its texts go into the shared table. */
export function* sheetXml(sheet: Sheet, texts: SharedTexts): Generator<Uint8Array, void, void> {
  const { columns, heads, rows, frozenColumns } = sheet;
  const last = `${columnName(Math.max(0, columns.length - 1))}${Math.max(1, heads.length + rows.length)}`;
  const isFiltered = heads.length === 1 && rows.length > 0 && frozenColumns > 0;
  yield Buffer.from(
    [
      xmlHead,
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
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
      '<sheetData>',
    ].join(''),
  );
  yield* sheetRows(sheet, texts);
  yield Buffer.from(
    [
      '</sheetData>',
      isFiltered ? element('autoFilter', { ref: `A1:${last}` }) : '',
      element('pageMargins', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
      element('pageSetup', { orientation: 'landscape' }),
      '</worksheet>',
    ].join(''),
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
