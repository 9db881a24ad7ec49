import type { SlideSize } from '#shared/export/wishes.ts';
import { contentTypesXml } from '../../open-xml/content-types.ts';
import { relationshipsXml } from '../../open-xml/relationships.ts';
import { element, xmlHead } from '../../open-xml/xml.ts';
import { slideBoxes, slideFormats } from '../geometry.ts';
import { coverLayoutXml, findingLayoutXml } from './layouts-xml.ts';
import { masterXml } from './master-xml.ts';
import { notesMasterXml, notesSize } from './notes-master-xml.ts';
import { presentationNames } from './shape-tree.ts';
import { themeXml } from './theme-xml.ts';

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml';
const types: readonly (readonly [name: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${presentation}.presentation.main+xml`],
  [/^ppt\/slideMasters\/[^/]+$/, `${presentation}.slideMaster+xml`],
  [/^ppt\/slideLayouts\/[^/]+$/, `${presentation}.slideLayout+xml`],
  [/^ppt\/notesMasters\/[^/]+$/, `${presentation}.notesMaster+xml`],
  [/^ppt\/presProps\.xml$/, `${presentation}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${presentation}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${presentation}.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
];

/** Makes the parts of an empty deck of a size: one master, two layouts, a notes master, and no slides. */
export function skeletonParts(size: SlideSize): Map<string, string> {
  const format = slideFormats[size];
  const boxes = slideBoxes(format);
  const parts = new Map<string, string>([
    ['ppt/presentation.xml', presentationXml(format)],
    ['ppt/presProps.xml', emptyPart('p:presentationPr')],
    ['ppt/viewProps.xml', emptyPart('p:viewPr')],
    [
      'ppt/tableStyles.xml',
      `${xmlHead}<a:tblStyleLst xmlns:a="${presentationNames['xmlns:a']}" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    ],
    ['ppt/theme/theme1.xml', themeXml('Offtake')],
    ['ppt/theme/theme2.xml', themeXml('Offtake notes')],
    ['ppt/slideMasters/slideMaster1.xml', masterXml(boxes, 2)],
    ['ppt/slideLayouts/slideLayout1.xml', coverLayoutXml(boxes)],
    ['ppt/slideLayouts/slideLayout2.xml', findingLayoutXml(boxes)],
    ['ppt/notesMasters/notesMaster1.xml', notesMasterXml()],
    [
      '_rels/.rels',
      relationshipsXml([{ id: 'rId1', kind: 'officeDocument', target: 'ppt/presentation.xml' }]),
    ],
    [
      'ppt/_rels/presentation.xml.rels',
      relationshipsXml([
        { id: 'rId1', kind: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
        { id: 'rId2', kind: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
        { id: 'rId3', kind: 'presProps', target: 'presProps.xml' },
        { id: 'rId4', kind: 'viewProps', target: 'viewProps.xml' },
        { id: 'rId5', kind: 'theme', target: 'theme/theme1.xml' },
        { id: 'rId6', kind: 'tableStyles', target: 'tableStyles.xml' },
      ]),
    ],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relationshipsXml([
        { id: 'rId1', kind: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', kind: 'slideLayout', target: '../slideLayouts/slideLayout2.xml' },
        { id: 'rId3', kind: 'theme', target: '../theme/theme1.xml' },
      ]),
    ],
    ...[1, 2].map((at): [string, string] => [
      `ppt/slideLayouts/_rels/slideLayout${at}.xml.rels`,
      relationshipsXml([{ id: 'rId1', kind: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    ]),
    [
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relationshipsXml([{ id: 'rId1', kind: 'theme', target: '../theme/theme2.xml' }]),
    ],
  ]);
  const typeOf = (name: string) => types.find(([pattern]) => pattern.test(name))?.[1];
  return parts.set('[Content_Types].xml', contentTypesXml(parts.keys(), typeOf));
}

function presentationXml({ width, height, type }: (typeof slideFormats)[SlideSize]): string {
  return (
    xmlHead +
    element(
      'p:presentation',
      { ...presentationNames, saveSubsetFonts: 1 },
      '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>',
      '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
      element('p:sldSz', { cx: width, cy: height, type }),
      element('p:notesSz', { cx: notesSize.width, cy: notesSize.height }),
    )
  );
}

function emptyPart(name: string): string {
  return xmlHead + element(name, presentationNames);
}
