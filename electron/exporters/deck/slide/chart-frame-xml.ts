import { element } from '../../open-xml/xml.ts';
import type { SlideBox } from '../geometry.ts';
import { headXml, type ObjectHead, type Placeholder, placeholderXml, transformXml } from './shape-xml.ts';

const chartUri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** Writes the frame of a native chart; `chart` is the relationship to its part. */
export function chartFrameXml(
  head: ObjectHead,
  chart: string,
  box: SlideBox,
  placeholder: Placeholder | null,
): string {
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
    transformXml('p:xfrm', box),
    element(
      'a:graphic',
      {},
      element('a:graphicData', { uri: chartUri }, element('c:chart', { 'xmlns:c': chartUri, 'r:id': chart })),
    ),
  );
}

/** Writes a picture that is a PNG for every program and an SVG for those that know it. */
export function pictureXml(head: ObjectHead, png: string, svg: string, box: SlideBox): string {
  const vector = element(
    'a:extLst',
    {},
    element(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      element('asvg:svgBlip', {
        'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
        'r:embed': svg,
      }),
    ),
  );
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      headXml(head),
      '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>',
      '<p:nvPr/>',
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': png }, vector),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    element('p:spPr', {}, transformXml('a:xfrm', box), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
  );
}
