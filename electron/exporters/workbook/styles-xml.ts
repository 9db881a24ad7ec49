import type { CellForm } from '#shared/export/sheets/sheet.ts';
import { element, xmlHead } from '../open-xml/xml.ts';

/** Every way a cell looks: as the values of a column, or as a head. */
export type CellStyle = CellForm | 'head' | 'subhead';

interface Look {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly isWrapped?: boolean;
}

/** Excel's own formats by number; from 164 on they are ours. */
const ownFormats: readonly (readonly [id: number, code: string])[] = [
  [164, 'yyyy\\-mm'],
  [165, '#,##0.0'],
  [166, '0.0%'],
];

const plain = { font: 0, fill: 0, border: 0 };
const looks: Readonly<Record<CellStyle, Look>> = {
  general: { ...plain, format: 0 },
  text: { ...plain, format: 0 },
  whole: { ...plain, format: 3 },
  decimal: { ...plain, format: 165 },
  percent: { ...plain, format: 166 },
  month: { ...plain, format: 164 },
  head: { format: 0, font: 1, fill: 2, border: 0, isWrapped: true },
  subhead: { format: 0, font: 2, fill: 2, border: 1 },
};

const order = Object.keys(looks) as CellStyle[];

/** The number by which a cell names its style. */
export function styleIndex(style: CellStyle): number {
  return order.indexOf(style);
}

const font = (size: number, colour: string, isBold: boolean) =>
  element(
    'font',
    {},
    isBold ? '<b/>' : '',
    element('sz', { val: size }),
    element('color', { rgb: colour }),
    element('name', { val: 'Calibri' }),
    element('family', { val: 2 }),
  );

const noBorder = element('border', {}, '<left/>', '<right/>', '<top/>', '<bottom/>', '<diagonal/>');
const ruled = element(
  'border',
  {},
  '<left/>',
  '<right/>',
  '<top/>',
  element('bottom', { style: 'thin' }, element('color', { rgb: 'FFB4BAC4' })),
  '<diagonal/>',
);
const solid = (colour: string) =>
  element(
    'fill',
    {},
    element(
      'patternFill',
      { patternType: 'solid' },
      element('fgColor', { rgb: colour }),
      element('bgColor', { indexed: 64 }),
    ),
  );

/** Writes the styles of a workbook. */
export function stylesXml(): string {
  const list = (name: string, items: readonly string[]) => element(name, { count: items.length }, ...items);
  return (
    xmlHead +
    element(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      list(
        'numFmts',
        ownFormats.map(([numFmtId, formatCode]) => element('numFmt', { numFmtId, formatCode })),
      ),
      list('fonts', [font(11, 'FF14181F', false), font(11, 'FF14181F', true), font(10, 'FF5D6673', false)]),
      list('fills', [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        solid('FFF3F4F6'),
      ]),
      list('borders', [noBorder, ruled]),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list(
        'cellXfs',
        order.map((style) => formatXml(looks[style])),
      ),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      '<dxfs count="0"/>',
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    )
  );
}

function formatXml({ format, font: fontId, fill, border, isWrapped }: Look): string {
  const attributes = {
    numFmtId: format,
    fontId,
    fillId: fill,
    borderId: border,
    xfId: 0,
    applyNumberFormat: format > 0 ? 1 : undefined,
    applyFont: fontId > 0 ? 1 : undefined,
    applyFill: fill > 0 ? 1 : undefined,
    applyBorder: border > 0 ? 1 : undefined,
    applyAlignment: isWrapped === true ? 1 : undefined,
  };
  return element('xf', attributes, isWrapped === true ? '<alignment vertical="top" wrapText="1"/>' : '');
}
