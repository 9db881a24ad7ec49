import type { Element } from '@xmldom/xmldom';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { child, descend, fragment, replace, within } from '../../open-xml/dom.ts';
import { arrowBoxes } from '../slide/arrow-xml.ts';
import { transformXml } from '../slide/shape-xml.ts';
import { boxOf } from '../template/read-layouts.ts';
import type { DeckObject } from './find-objects.ts';
import { readParagraphs, writeParagraphs } from './words.ts';

/** Moves the arrow of a bridge to its new levels beside the chart, wherever the chart stands now. Gives the words it had. */
export function refreshArrow(objects: readonly DeckObject[], page: ExportPage): string | null {
  const chart = pageChart(page.body);
  const [arrow] = chart?.arrows ?? [];
  const frame = objects.find(({ part }) => part === 'chart');
  const box = frame ? boxOf(frame.element) : null;
  if (chart === null || arrow === undefined || box === null) return null;
  const places = arrowBoxes(chart, arrow, box);
  let before: string | null = null;
  for (const { part, element, head } of objects) {
    if (part === 'arrow') moveTo(element, places.line, places.isUp);
    else if (part === 'difference') {
      before = readParagraphs(element).join(' ');
      moveTo(element, places.words, false);
      writeParagraphs(element, [arrow.text]);
    } else continue;
    head.setAttribute('descr', `Difference: ${arrow.text}`);
  }
  return before === arrow.text ? null : before;
}

function moveTo(shape: Element, box: Parameters<typeof transformXml>[1], isUp: boolean): void {
  const properties = child(shape, 'p:spPr');
  const document = shape.ownerDocument;
  if (properties === null || document === null) return;
  const made = fragment(document, transformXml('a:xfrm', box));
  if (isUp) made.setAttribute('flipV', '1');
  const old = descend(properties, 'a:xfrm');
  if (old === null) properties.insertBefore(made, within(properties, 'a:prstGeom')[0] ?? null);
  else replace(old, made);
}
