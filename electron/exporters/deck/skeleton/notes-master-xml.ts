import { element, xmlHead } from '../../open-xml/xml.ts';
import { headXml, placeholderXml, transformXml } from '../slide/shape-xml.ts';
import { colourMap, presentationNames, shapeTree } from './shape-tree.ts';

/** Width and height of a page of notes. */
export const notesSize = { width: 6_858_000, height: 9_144_000 } as const;

const imageBox = { x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100 };
const textBox = { x: 685_800, y: 4_400_550, width: 5_486_400, height: 3_600_450 };

/** Writes the master of the notes: the slide above, its text below. */
export function notesMasterXml(): string {
  const image = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id: 2, name: 'Slide' }),
      '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>',
      placeholderXml({ type: 'sldImg', index: 2 }),
    ),
    element(
      'p:spPr',
      {},
      transformXml('a:xfrm', imageBox),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>',
    ),
  );
  const text = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id: 3, name: 'Notes' }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      placeholderXml({ type: 'body', index: 3 }),
    ),
    element('p:spPr', {}, transformXml('a:xfrm', textBox), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
    '<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-US"/><a:t>Notes</a:t></a:r></a:p></p:txBody>',
  );
  const style = element(
    'a:lvl1pPr',
    { marL: 0, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
    '<a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>',
  );
  return (
    xmlHead +
    element(
      'p:notesMaster',
      presentationNames,
      element(
        'p:cSld',
        {},
        '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>',
        shapeTree(image, text),
      ),
      colourMap,
      element('p:notesStyle', {}, style),
    )
  );
}
