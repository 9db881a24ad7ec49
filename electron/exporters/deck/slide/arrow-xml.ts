import type { DifferenceArrow, NativeChart } from '#shared/export/deck/native-chart.ts';
import { element } from '../../open-xml/xml.ts';
import type { SlideBox } from '../geometry.ts';
import { objectName } from '../object-name.ts';
import { headXml, placeholderXml, textShapeXml, transformXml } from './shape-xml.ts';

/** Where the parts of an arrow stand beside a chart. */
export interface ArrowBoxes {
  readonly line: SlideBox;
  readonly isUp: boolean;
  readonly words: SlideBox;
}

/** Computes where an arrow stands: to the right of the plot, between the heights of its two levels. */
export function arrowBoxes(
  chart: Pick<NativeChart, 'range' | 'margin'>,
  arrow: DifferenceArrow,
  box: SlideBox,
): ArrowBoxes {
  const { range, margin } = chart;
  const plotTop = box.y + box.height * margin.top;
  const plotHeight = box.height * (1 - margin.top - margin.bottom);
  const y = (value: number) => plotTop + plotHeight * (1 - (value - range.min) / (range.max - range.min));
  const x = box.x + box.width * (1 - margin.right) + 90_000;
  const top = Math.min(y(arrow.from), y(arrow.to));
  const bottom = Math.max(y(arrow.from), y(arrow.to));
  return {
    line: { x, y: top, width: 0, height: bottom - top },
    isUp: arrow.to > arrow.from,
    words: {
      x: x + 70_000,
      y: (top + bottom) / 2 - 230_000,
      width: box.x + box.width - x - 70_000,
      height: 460_000,
    },
  };
}

/** Writes an arrow with what it says, as two objects that a refresh can move. */
export function arrowXml(
  page: string,
  firstId: number,
  chart: Pick<NativeChart, 'range' | 'margin'>,
  arrow: DifferenceArrow,
  box: SlideBox,
): string {
  const { line, isUp, words } = arrowBoxes(chart, arrow, box);
  const transform = transformXml('a:xfrm', line);
  return (
    element(
      'p:cxnSp',
      {},
      element(
        'p:nvCxnSpPr',
        {},
        headXml({ id: firstId, name: objectName(page, 'arrow'), description: `Difference: ${arrow.text}` }),
        '<p:cNvCxnSpPr/>',
        placeholderXml(null),
      ),
      element(
        'p:spPr',
        {},
        isUp ? transform.replace('<a:xfrm>', '<a:xfrm flipV="1">') : transform,
        '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>',
        '<a:ln w="15875"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:tailEnd type="triangle"/></a:ln>',
      ),
    ) +
    textShapeXml(
      { id: firstId + 1, name: objectName(page, 'difference'), description: `Difference: ${arrow.text}` },
      [arrow.text],
      { placeholder: null, box: words },
      { size: 12, isBold: true, anchor: 'ctr' },
    )
  );
}
