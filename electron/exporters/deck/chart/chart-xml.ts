import {
  allSeries,
  type Categories,
  type ChartGroup,
  type NativeChart,
} from '#shared/export/deck/native-chart.ts';
import { element, xmlHead } from '../../open-xml/xml.ts';
import { axesXml, axisIds, secondAxisIds } from './axes-xml.ts';
import { textProperties } from './paint.ts';
import { seriesXml } from './series-xml.ts';

/** Writes a chart part; `workbook` is the relationship to the workbook behind it. */
export function chartXml(chart: NativeChart, workbook: string): string {
  let place = 0;
  const groups = chart.groups.map((group) => {
    const xml = groupXml(group, chart.categories, place);
    place += group.series.length;
    return xml;
  });
  const { margin } = chart;
  return (
    xmlHead +
    element(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
      element(
        'c:chart',
        {},
        '<c:autoTitleDeleted val="1"/>',
        element(
          'c:plotArea',
          {},
          layoutXml(margin),
          ...groups,
          axesXml(chart),
          '<c:spPr><a:noFill/></c:spPr>',
        ),
        chart.hasKey ? keyXml(chart) : '',
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
      ),
      '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      textProperties(12, 'ink'),
      element('c:externalData', { 'r:id': workbook }, '<c:autoUpdate val="0"/>'),
    )
  );
}

/** Where the inside of the plot lies within the chart, so that what is computed from it stays true. */
function layoutXml({ left, right, top, bottom }: NativeChart['margin']): string {
  const share = (value: number) => Math.round(value * 10_000) / 10_000;
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
      element('c:x', { val: share(left) }),
      element('c:y', { val: share(top) }),
      element('c:w', { val: share(1 - left - right) }),
      element('c:h', { val: share(1 - top - bottom) }),
    ),
  );
}

/** Writes a group of series; `from` is the place of its first in the chart. */
export function groupXml(group: ChartGroup, categories: Categories, from: number): string {
  const { kind, isStacked, isLying, isOnSecond, gap } = group;
  const { category, value } = isOnSecond ? secondAxisIds : axisIds;
  const ids = element('c:axId', { val: category }) + element('c:axId', { val: value });
  const series = group.series.map((one, at) => seriesXml(one, group, categories, from + at));
  const varied = '<c:varyColors val="0"/>';
  const isTogether = group.series.length > 1 && !isStacked;
  switch (kind) {
    case 'area':
      return element(
        'c:areaChart',
        {},
        element('c:grouping', { val: isStacked ? 'stacked' : 'standard' }),
        varied,
        ...series,
        ids,
      );
    case 'line':
      return element(
        'c:lineChart',
        {},
        '<c:grouping val="standard"/>',
        varied,
        ...series,
        '<c:marker val="1"/>',
        ids,
      );
    case 'bar':
      return element(
        'c:barChart',
        {},
        element('c:barDir', { val: isLying ? 'bar' : 'col' }),
        element('c:grouping', { val: isStacked ? 'stacked' : 'clustered' }),
        varied,
        ...series,
        element('c:gapWidth', { val: gap }),
        isStacked || isTogether ? '<c:overlap val="100"/>' : '',
        ids,
      );
  }
}

/** The key, without what is named elsewhere or not seen at all. */
function keyXml(chart: NativeChart): string {
  return element(
    'c:legend',
    {},
    '<c:legendPos val="b"/>',
    ...hiddenEntries(chart),
    '<c:overlay val="0"/>',
    textProperties(12, 'muted'),
  );
}

/** Writes which series the key leaves out. */
export function hiddenEntries(chart: NativeChart): string[] {
  return allSeries(chart).flatMap(({ isInKey }, at) =>
    isInKey ? [] : [element('c:legendEntry', {}, element('c:idx', { val: at }), '<c:delete val="1"/>')],
  );
}
