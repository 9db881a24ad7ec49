import type { Sheet } from '#shared/export/sheets/sheet.ts';
import type { ExportControl } from '../export-control.ts';
import { contentTypesXml } from '../open-xml/content-types.ts';
import { type DeflatedPart, deflatePart, deflatePartApart } from '../open-xml/deflated-part.ts';
import { appProperties, coreProperties, type Properties } from '../open-xml/properties.ts';
import { relationshipsXml } from '../open-xml/relationships.ts';
import { element, xmlHead } from '../open-xml/xml.ts';
import { zipParts } from '../open-xml/zip-parts.ts';
import { createSharedTexts, type SharedTexts } from './shared-texts.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const types: readonly (readonly [name: RegExp, type: string])[] = [
  [/^xl\/workbook\.xml$/, `${spreadsheet}.sheet.main+xml`],
  [/^xl\/worksheets\//, `${spreadsheet}.worksheet+xml`],
  [/^xl\/styles\.xml$/, `${spreadsheet}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${spreadsheet}.sharedStrings+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

/** What a cell takes up before it is compressed, by which it is told how far the writing is. */
const usualCellBytes = 50;

/** Writes a workbook; the same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[], properties: Properties): Uint8Array {
  const texts = createSharedTexts();
  const packed = sheets.map((sheet) => deflatePart(sheetXml(sheet, texts)));
  return packWorkbook(sheets, packed, texts, properties);
}

/** Writes a large workbook, the same bytes in less time, and gives others their turns; null where it was no longer wanted. */
export async function writeLargeWorkbook(
  sheets: readonly Sheet[],
  properties: Properties,
  control: ExportControl,
): Promise<Uint8Array | null> {
  const texts = createSharedTexts();
  const packed: DeflatedPart[] = [];
  const cells = sheets.map(({ rows, columns }) => 1 + rows.length * columns.length);
  const all = cells.reduce((sum, own) => sum + own, 0);
  let before = 0;
  for (const [at, sheet] of sheets.entries()) {
    const own = cells[at] ?? 0;
    const part = await deflatePartApart(sheetXml(sheet, texts), (bytes) =>
      control.goesOn((before + Math.min(own, bytes / usualCellBytes)) / all),
    );
    if (part === null) return null;
    packed.push(part);
    before += own;
  }
  return packWorkbook(sheets, packed, texts, properties);
}

function packWorkbook(
  sheets: readonly Sheet[],
  packed: readonly DeflatedPart[],
  texts: SharedTexts,
  properties: Properties,
): Uint8Array {
  const parts = new Map<string, string | DeflatedPart>();
  packed.forEach((part, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, part);
  });
  parts.set('xl/workbook.xml', workbookXml(sheets));
  parts.set('xl/styles.xml', stylesXml());
  parts.set('xl/sharedStrings.xml', texts.xml());
  parts.set('docProps/core.xml', coreProperties(properties));
  parts.set('docProps/app.xml', appProperties(properties));
  parts.set(
    '_rels/.rels',
    relationshipsXml([
      { id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' },
      { id: 'rId2', kind: 'core-properties', target: 'docProps/core.xml' },
      { id: 'rId3', kind: 'extended-properties', target: 'docProps/app.xml' },
    ]),
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationshipsXml([
      ...sheets.map((_, at) => ({
        id: `rId${at + 1}`,
        kind: 'worksheet',
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, kind: 'styles', target: 'styles.xml' },
      { id: `rId${sheets.length + 2}`, kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
  );
  const typeOf = (name: string) => types.find(([pattern]) => pattern.test(name))?.[1];
  return zipParts(new Map([...parts, ['[Content_Types].xml', contentTypesXml(parts.keys(), typeOf)]]));
}

function workbookXml(sheets: readonly Sheet[]): string {
  return (
    xmlHead +
    element(
      'workbook',
      {
        xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      element('bookViews', {}, '<workbookView/>'),
      element(
        'sheets',
        {},
        ...sheets.map(({ name }, at) => element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` })),
      ),
    )
  );
}
