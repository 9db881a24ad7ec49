import type { Document, Element } from '@xmldom/xmldom';
import { child, children, descend, textOf, within } from '../../open-xml/dom.ts';

/** A series as it stands in a chart part. */
export interface StandingSeries {
  readonly element: Element;
  readonly kind: 'area' | 'bar' | 'line' | 'other';
  readonly label: string;
  /** NaN where there is no point. */
  readonly values: readonly number[];
}

const kinds: Readonly<Record<string, StandingSeries['kind']>> = {
  areaChart: 'area',
  barChart: 'bar',
  lineChart: 'line',
};

/** Reads the series of a chart part with the numbers it shows. */
export function readSeries(chart: Document): StandingSeries[] {
  return within(chart, 'c:ser').map((element) => {
    const group = element.parentNode as Element | null;
    return {
      element,
      kind: kinds[group?.localName ?? ''] ?? 'other',
      label: textOf(within(child(element, 'c:tx') ?? element, 'c:v')[0] ?? null),
      values: readNumbers(
        descend(element, 'c:val', 'c:numRef', 'c:numCache') ?? descend(element, 'c:val', 'c:numLit'),
      ),
    };
  });
}

/** Reads a list of numbers; what has no point has no answer. */
function readNumbers(cache: Element | null): number[] {
  if (cache === null) return [];
  const count = Number(child(cache, 'c:ptCount')?.getAttribute('val') ?? 0);
  const values = new Array<number>(Math.min(count, 100_000)).fill(Number.NaN);
  for (const point of children(cache, 'c:pt')) {
    const text = textOf(child(point, 'c:v'));
    const value = Number(text);
    if (text !== '' && Number.isFinite(value)) values[Number(point.getAttribute('idx'))] = value;
  }
  return values;
}
