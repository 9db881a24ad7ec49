import { fitText, textWidth } from '#shared/export/drawing/text-width.ts';
import type { PageTable } from '#shared/export/pages/page.ts';
import { element } from '../../open-xml/xml.ts';
import type { SlideBox } from '../geometry.ts';
import {
  headXml,
  type ObjectHead,
  type Placeholder,
  paragraphXml,
  placeholderXml,
  transformXml,
} from './shape-xml.ts';

const tallest = 420_000;
const cellMargin = 68_580;
const unitsPerPoint = 12_700;
/** Below this size nobody reads a slide. */
const smallest = 8;
const tableUri = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/** Writes a native table: rules between the rows, no boxes; the text shrinks where many rows must fit. */
export function tableFrameXml(
  head: ObjectHead,
  table: PageTable,
  box: SlideBox,
  placeholder: Placeholder | null,
): string {
  const height = Math.min(tallest, Math.floor(box.height / (table.rows.length + 1)));
  const widths = table.columns.map(({ width }) => Math.floor(box.width * width));
  const tallestText = Math.max(smallest, Math.min(14, Math.floor(height / unitsPerPoint / 2.1)));
  const size = figuresFit(table, widths, tallestText);
  const rows = [table.columns.map(({ label }) => label), ...table.rows];
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      headXml(head),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>',
      placeholderXml(placeholder),
    ),
    transformXml('p:xfrm', { ...box, height: height * rows.length }),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: tableUri },
        element(
          'a:tbl',
          {},
          '<a:tblPr firstRow="1"/>',
          element('a:tblGrid', {}, ...widths.map((w) => element('a:gridCol', { w }))),
          ...rows.map((cells, at) => rowXml(table, cells, widths, { isHead: at === 0, height, size })),
        ),
      ),
    ),
  );
}

/** A figure must not be cut: the text shrinks until all of them fit, as far as it can still be read. */
function figuresFit({ columns, rows }: PageTable, widths: readonly number[], largest: number): number {
  const isFitting = (size: number) =>
    columns.every(
      ({ align }, at) =>
        align === 'left' || rows.every((row) => textWidth(row[at] ?? '', size) <= roomOf(widths[at])),
    );
  let size = largest;
  while (size > smallest && !isFitting(size)) size -= 1;
  return size;
}

/** Points that a text has in a column. */
function roomOf(width = 0): number {
  return ((width - 2 * cellMargin) / unitsPerPoint) * 0.97;
}

interface RowLook {
  readonly isHead: boolean;
  readonly height: number;
  readonly size: number;
}

/** A cell that would wrap makes its row taller than there is room for; it is cut instead, the workbook has it whole. */
function rowXml(
  { columns }: PageTable,
  cells: readonly string[],
  widths: readonly number[],
  { isHead, height, size }: RowLook,
): string {
  return element(
    'a:tr',
    { h: height },
    ...columns.map(({ align }, at) => {
      const text = fitText(cells[at] ?? '', roomOf(widths[at]), size, isHead ? 600 : 400);
      return cellXml(text, align === 'right', isHead, size);
    }),
  );
}

/** Writes a cell of a table. */
function cellXml(text: string, isRight: boolean, isHead: boolean, size: number): string {
  const none = (side: string) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`;
  const rule = element(
    'a:lnB',
    { w: isHead ? 12_700 : 6_350 },
    isHead
      ? '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
      : '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr></a:solidFill>',
  );
  const look = { size, isBold: isHead, isQuiet: isHead, align: isRight ? 'r' : 'l' } as const;
  return element(
    'a:tc',
    {},
    element('a:txBody', {}, '<a:bodyPr/>', '<a:lstStyle/>', paragraphXml(text, look)),
    element(
      'a:tcPr',
      { marL: cellMargin, marR: cellMargin, marT: 22_860, marB: 22_860, anchor: 'ctr' },
      none('L'),
      none('R'),
      none('T'),
      rule,
      '<a:noFill/>',
    ),
  );
}
