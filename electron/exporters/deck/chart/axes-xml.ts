import type { NativeChart } from '#shared/export/deck/native-chart.ts';
import { type ScaleNames, scaleNames } from '#shared/export/deck/scale-names.ts';
import { valueFormat } from '#shared/export/deck/value-format.ts';
import { element } from '../../open-xml/xml.ts';
import { outline, textProperties } from './paint.ts';

/** The ids by which groups name their axes. */
export const axisIds = { category: 10_001, value: 10_002 } as const;

/** The same for groups on the axis on the right. */
export const secondAxisIds = { category: 10_003, value: 10_004 } as const;

const axisText = textProperties(12, 'muted');
const grid = element(
  'c:majorGridlines',
  {},
  '<c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr></a:solidFill></a:ln></c:spPr>',
);

/** Writes the axes of a chart. */
export function axesXml(chart: NativeChart): string {
  return categoryAxis(chart) + valueAxis(chart) + secondAxes(chart);
}

function isLying({ groups }: NativeChart): boolean {
  return groups.some((group) => group.isLying);
}

/** The axis on the right, and the unseen one below it that it must cross. */
function secondAxes({ secondRange }: NativeChart): string {
  if (secondRange === null) return '';
  const { category, value } = secondAxisIds;
  return (
    element(
      'c:valAx',
      {},
      element('c:axId', { val: value }),
      element(
        'c:scaling',
        {},
        '<c:orientation val="minMax"/>',
        element('c:max', { val: secondRange.max }),
        element('c:min', { val: secondRange.min }),
      ),
      '<c:delete val="0"/><c:axPos val="r"/>',
      element('c:numFmt', { formatCode: valueFormat(secondRange), sourceLinked: 0 }),
      '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
      element('c:spPr', {}, outline(null)),
      axisText,
      element('c:crossAx', { val: category }),
      '<c:crosses val="max"/><c:crossBetween val="between"/>',
      element('c:majorUnit', { val: secondRange.step }),
    ) +
    element(
      'c:catAx',
      {},
      element('c:axId', { val: category }),
      element('c:scaling', {}, '<c:orientation val="minMax"/>'),
      '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
      '<c:tickLblPos val="none"/>',
      element('c:crossAx', { val: value }),
      '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
    )
  );
}

/** What both kinds of axis say, in the order in which they must say it. */
function common(own: number, other: number, scaling: string, place: string, inside: string): string {
  return [
    element('c:axId', { val: own }),
    scaling,
    '<c:delete val="0"/>',
    element('c:axPos', { val: place }),
    inside,
    element('c:crossAx', { val: other }),
  ].join('');
}

function categoryAxis(chart: NativeChart): string {
  const { categories } = chart;
  const isDate = categories.kind === 'months';
  const years = isDate ? categories.days.length / 12 : 0;
  const names = namesOf(chart);
  const orientation = isLying(chart) ? 'maxMin' : 'minMax';
  const inside = [
    element('c:numFmt', {
      formatCode: isDate ? 'mmm\\ yy' : 'General',
      sourceLinked: 0,
    }),
    element('c:majorTickMark', { val: isDate ? 'out' : 'none' }),
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    element('c:spPr', {}, outline({ tone: 'muted', width: 1, dash: 'solid' })),
    names?.isUpright ? textProperties(12, 'muted', true) : axisText,
  ].join('');
  const scaling = element('c:scaling', {}, element('c:orientation', { val: orientation }));
  const head = common(axisIds.category, axisIds.value, scaling, isLying(chart) ? 'l' : 'b', inside);
  if (!isDate) {
    return element(
      'c:catAx',
      {},
      head,
      '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
      names !== null && names.every > 1 ? element('c:tickLblSkip', { val: names.every }) : '',
      '<c:noMultiLvlLbl val="0"/>',
    );
  }
  const everyYears = years > 3 ? Math.max(1, Math.ceil(years / 14)) : 0;
  return element(
    'c:dateAx',
    {},
    head,
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>',
    element('c:majorUnit', { val: everyYears > 0 ? everyYears : Math.max(1, Math.ceil(years * 2)) }),
    element('c:majorTimeUnit', { val: everyYears > 0 ? 'years' : 'months' }),
  );
}

/** How the categories are named; null where each is a thing of its own and all are. */
function namesOf({ categories, margin }: NativeChart): ScaleNames | null {
  return categories.kind === 'texts' && categories.isScale ? scaleNames(categories.texts, margin) : null;
}

function valueAxis(chart: NativeChart): string {
  const { range, valueFormat } = chart;
  const lies = isLying(chart);
  const scaling = element(
    'c:scaling',
    {},
    '<c:orientation val="minMax"/>',
    element('c:max', { val: range.max }),
    element('c:min', { val: range.min }),
  );
  const inside = [
    grid,
    element('c:numFmt', { formatCode: valueFormat, sourceLinked: 0 }),
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    element('c:tickLblPos', { val: lies ? 'high' : 'nextTo' }),
    element('c:spPr', {}, outline(null)),
    axisText,
  ].join('');
  const place = lies ? 'b' : 'l';
  const isArea = chart.groups.some((group) => group.kind === 'area');
  return element(
    'c:valAx',
    {},
    common(axisIds.value, axisIds.category, scaling, place, inside),
    '<c:crosses val="autoZero"/>',
    element('c:crossBetween', { val: isArea ? 'midCat' : 'between' }),
    element('c:majorUnit', { val: range.step }),
  );
}
