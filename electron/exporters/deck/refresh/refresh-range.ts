import type { Document, Element } from '@xmldom/xmldom';
import type { NativeChart } from '#shared/export/deck/native-chart.ts';
import { child, within } from '../../open-xml/dom.ts';

/** Below this share of its axis a chart says too little. */
const leastShare = 0.4;

/** Changes the range of each value axis only where the new numbers leave it or fill too little of it. */
export function refreshRange(
  part: Document,
  { range: first, secondRange }: Pick<NativeChart, 'range' | 'secondRange'>,
): void {
  for (const axis of within(part, 'c:valAx')) {
    const range = isSecondAxis(axis) ? secondRange : first;
    if (range === null) continue;
    const scaling = child(axis, 'c:scaling');
    const max = child(scaling, 'c:max');
    const min = child(scaling, 'c:min');
    // An axis that was set free by hand finds its range by itself.
    if (max === null || min === null) continue;
    const [top, bottom] = [numberOf(max), numberOf(min)];
    const fits = range.max <= top && range.min >= bottom;
    if (fits && range.max - range.min >= leastShare * (top - bottom)) continue;
    max.setAttribute('val', String(range.max));
    min.setAttribute('val', String(range.min));
    child(axis, 'c:majorUnit')?.setAttribute('val', String(range.step));
  }
}

/** Says whether a value axis stands on the far side. */
export function isSecondAxis(axis: Element): boolean {
  return child(axis, 'c:crosses')?.getAttribute('val') === 'max';
}

function numberOf(element: Element): number {
  return Number(element.getAttribute('val'));
}
