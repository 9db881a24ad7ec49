import { element, xmlHead } from '../../open-xml/xml.ts';
import type { SlideBoxes } from '../geometry.ts';
import { headXml, placeholderXml, transformXml } from '../slide/shape-xml.ts';
import { colourMap, presentationNames, shapeTree } from './shape-tree.ts';

const numberStyle =
  '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>';

/** Writes the master of our own deck: where title, text and number stand, and how text looks. */
export function masterXml(boxes: SlideBoxes, layouts: number): string {
  const place = (
    id: number,
    name: string,
    type: string,
    index: number | undefined,
    box: SlideBoxes['title'],
    prompt: string,
  ) =>
    element(
      'p:sp',
      {},
      element(
        'p:nvSpPr',
        {},
        headXml({ id, name }),
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
        placeholderXml({ type, index }),
      ),
      element('p:spPr', {}, transformXml('a:xfrm', box), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
      element('p:txBody', {}, bodyOf(type), type === 'sldNum' ? numberStyle : '<a:lstStyle/>', prompt),
    );
  return (
    xmlHead +
    element(
      'p:sldMaster',
      presentationNames,
      element(
        'p:cSld',
        {},
        '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>',
        shapeTree(
          place(2, 'Title', 'title', undefined, boxes.title, promptXml('Finding')),
          place(3, 'Text', 'body', 1, boxes.body, promptXml('Text')),
          place(
            4,
            'Slide number',
            'sldNum',
            4,
            boxes.number,
            '<a:p><a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US" sz="1000"/><a:t>‹#›</a:t></a:fld></a:p>',
          ),
        ),
      ),
      colourMap,
      element(
        'p:sldLayoutIdLst',
        {},
        ...Array.from({ length: layouts }, (_, at) =>
          element('p:sldLayoutId', { id: 2_147_483_649 + at, 'r:id': `rId${at + 1}` }),
        ),
      ),
      textStyles(),
    )
  );
}

function bodyOf(type: string): string {
  const anchor = type === 'title' ? 'b' : type === 'sldNum' ? 'ctr' : 't';
  return element(
    'a:bodyPr',
    { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: 0, anchor },
    '<a:normAutofit/>',
  );
}

/** Writes what an empty place asks for. */
export function promptXml(text: string): string {
  return `<a:p><a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r></a:p>`;
}

function textStyles(): string {
  const runs = (size: number, font: string, isBold: boolean) =>
    element(
      'a:defRPr',
      { sz: size * 100, b: isBold, kern: 1200 },
      '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
      element('a:latin', { typeface: `+${font}-lt` }),
      element('a:ea', { typeface: `+${font}-ea` }),
      element('a:cs', { typeface: `+${font}-cs` }),
    );
  const level = (at: number, size: number) =>
    element(
      `a:lvl${at}pPr`,
      {
        marL: (at - 1) * 228_600,
        indent: 0,
        algn: 'l',
        defTabSz: 914_400,
        rtl: 0,
        eaLnBrk: 1,
        latinLnBrk: 0,
        hangingPunct: 1,
      },
      '<a:spcBef><a:spcPts val="300"/></a:spcBef><a:buNone/>',
      runs(size, 'mn', false),
    );
  return element(
    'p:txStyles',
    {},
    element(
      'p:titleStyle',
      {},
      element(
        'a:lvl1pPr',
        { algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
        '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>',
        runs(24, 'mj', true),
      ),
    ),
    element('p:bodyStyle', {}, ...[1, 2, 3, 4, 5].map((at) => level(at, at === 1 ? 16 : 14))),
    element('p:otherStyle', {}, ...[1, 2, 3].map((at) => level(at, 14))),
  );
}
