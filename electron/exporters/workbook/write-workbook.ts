import type { Sheet } from '#shared/export/sheets/sheet.ts';
import { contentTypesXml } from '../open-xml/content-types.ts';
import { appProperties, coreProperties, type Properties } from '../open-xml/properties.ts';
import { relationshipsXml } from '../open-xml/relationships.ts';
import { element, xmlHead } from '../open-xml/xml.ts';
import { zipParts } from '../open-xml/zip-parts.ts';
import { createSharedTexts } from './shared-texts.ts';
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

/** Writes a workbook; the same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[], properties: Properties): Uint8Array {
  const texts = createSharedTexts();
  const parts = new Map<string, string>();
  sheets.forEach((sheet, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, texts));
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
