import { element, xmlHead } from '../../open-xml/xml.ts';
import { inch, type SlideBox, type SlideBoxes } from '../geometry.ts';
import { headXml, type Placeholder, placeholderXml, transformXml } from '../slide/shape-xml.ts';
import { promptXml } from './master-xml.ts';
import { presentationNames, shapeTree } from './shape-tree.ts';

/** The numbers by which the slides of our own deck name the places of its layouts. */
export const slotIndex = { topic: 13, body: 14, footnote: 15, number: 4 } as const;

interface Place {
  readonly name: string;
  readonly placeholder: Placeholder;
  readonly box: SlideBox | null;
  readonly size: number | null;
  readonly isQuiet: boolean;
}

const plain = { box: null, size: null, isQuiet: false } as const;

/** Writes the layout of a page: finding, what is shown, the picture, footnotes. */
export function findingLayoutXml(boxes: SlideBoxes): string {
  return layoutXml('Finding', undefined, [
    { ...plain, name: 'Finding', placeholder: { type: 'title' } },
    {
      name: 'Topic',
      placeholder: { type: 'body', index: slotIndex.topic },
      box: boxes.topic,
      size: 14,
      isQuiet: true,
    },
    { ...plain, name: 'Picture', placeholder: { index: slotIndex.body }, box: boxes.body },
    {
      name: 'Footnotes',
      placeholder: { type: 'body', index: slotIndex.footnote },
      box: boxes.footnote,
      size: 10,
      isQuiet: true,
    },
    { ...plain, name: 'Slide number', placeholder: { type: 'sldNum', index: slotIndex.number } },
  ]);
}

/** Writes the layout of the first slide. */
export function coverLayoutXml(boxes: SlideBoxes): string {
  const title: SlideBox = { ...boxes.title, y: Math.round(1.9 * inch), height: Math.round(1.5 * inch) };
  const subtitle: SlideBox = { ...boxes.title, y: Math.round(3.55 * inch), height: Math.round(2.4 * inch) };
  return layoutXml('Cover', 'title', [
    { name: 'Title', placeholder: { type: 'ctrTitle' }, box: title, size: 34, isQuiet: false },
    { name: 'Subtitle', placeholder: { type: 'subTitle', index: 1 }, box: subtitle, size: 16, isQuiet: true },
  ]);
}

function layoutXml(name: string, type: string | undefined, places: readonly Place[]): string {
  return (
    xmlHead +
    element(
      'p:sldLayout',
      { ...presentationNames, type, preserve: 1, userDrawn: type === undefined ? 1 : undefined },
      element('p:cSld', { name }, shapeTree(...places.map((place, at) => placeXml(place, at + 2)))),
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
    )
  );
}

function placeXml({ name, placeholder, box, size, isQuiet }: Place, id: number): string {
  const isNumber = placeholder.type === 'sldNum';
  const quiet =
    '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill>';
  const style =
    size === null
      ? '<a:lstStyle/>'
      : element(
          'a:lstStyle',
          {},
          element(
            'a:lvl1pPr',
            { marL: 0, indent: 0 },
            '<a:buNone/>',
            element('a:defRPr', { sz: size * 100 }, isQuiet ? quiet : ''),
          ),
        );
  const content = isNumber
    ? '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld></a:p>'
    : promptXml(name);
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id, name }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      placeholderXml(placeholder),
    ),
    element('p:spPr', {}, box === null ? '' : transformXml('a:xfrm', box)),
    element('p:txBody', {}, '<a:bodyPr/>', style, content),
  );
}
