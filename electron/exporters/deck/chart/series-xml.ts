import { invariant } from '#shared/base/assert.ts';
import { chartSheetName } from '#shared/export/deck/chart-sheet.ts';
import type { Categories, ChartGroup, NativeSeries, PointLabel } from '#shared/export/deck/native-chart.ts';
import { element, textElement, xmlNumber } from '../../open-xml/xml.ts';
import { columnName } from '../../workbook/column-name.ts';
import { fill, outline, runProperties } from './paint.ts';

/** Writes one series of a group; `place` is its column behind the categories and its order in the chart. */
export function seriesXml(
  series: NativeSeries,
  group: ChartGroup,
  categories: Categories,
  place: number,
): string {
  return element(
    'c:ser',
    {},
    element('c:idx', { val: place }),
    element('c:order', { val: place }),
    nameXml(series.label, place),
    lookXml(series, group),
    group.kind === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '',
    group.kind === 'bar' ? '<c:invertIfNegative val="0"/>' : '',
    ...series.pointFills.map(({ at, fill: paint }) =>
      element(
        'c:dPt',
        {},
        element('c:idx', { val: at }),
        group.kind === 'bar' ? '<c:invertIfNegative val="0"/>' : '',
        '<c:bubble3D val="0"/>',
        element('c:spPr', {}, fill(paint)),
      ),
    ),
    ...(group.kind === 'line' ? markersXml(series) : []),
    labelsXml(series.pointLabels, group),
    element('c:cat', {}, categoriesXml(categories)),
    element('c:val', {}, valuesXml(series.values, place)),
    group.kind === 'line' ? '<c:smooth val="0"/>' : '',
  );
}

/** Writes what stands on a line at some of its points. */
function markersXml({ markers, line }: NativeSeries): string[] {
  if (markers === null || line === null) return [];
  const look = element('c:spPr', {}, fill({ tone: line.tone, opacity: 1 }), outline(null));
  const marker = element(
    'c:marker',
    {},
    element('c:symbol', { val: markers.marker }),
    '<c:size val="8"/>',
    look,
  );
  return markers.at.map((at) =>
    element('c:dPt', {}, element('c:idx', { val: at }), marker, '<c:bubble3D val="0"/>', pointLine(line)),
  );
}

/** A point that says how it looks says so of the line before it, too. */
function pointLine(line: NonNullable<NativeSeries['line']>): string {
  return element('c:spPr', {}, outline(line));
}

/** Writes the name of a series with the cell it stands in. */
export function nameXml(label: string, place: number): string {
  return element(
    'c:tx',
    {},
    element(
      'c:strRef',
      {},
      textElement('c:f', `${chartSheetName}!$${columnName(place + 1)}$1`),
      element('c:strCache', {}, '<c:ptCount val="1"/>', point(0, label)),
    ),
  );
}

/** Writes the categories with the cells they stand in. */
export function categoriesXml(categories: Categories): string {
  if (categories.kind === 'months') {
    return numbersXml(range(0, categories.days.length), 'yyyy\\-mm', categories.days);
  }
  const { texts } = categories;
  return element(
    'c:strRef',
    {},
    textElement('c:f', range(0, texts.length)),
    element(
      'c:strCache',
      {},
      element('c:ptCount', { val: texts.length }),
      ...texts.map((text, at) => point(at, text)),
    ),
  );
}

/** Writes the values of a series with the cells they stand in; where there is no answer there is no point. */
export function valuesXml(values: ArrayLike<number>, place: number): string {
  return numbersXml(range(place + 1, values.length), 'General', values);
}

function numbersXml(reference: string, format: string, values: ArrayLike<number>): string {
  const points = Array.from(values, (value, at) =>
    Number.isFinite(value) ? point(at, xmlNumber(value)) : '',
  );
  return element(
    'c:numRef',
    {},
    textElement('c:f', reference),
    element(
      'c:numCache',
      {},
      textElement('c:formatCode', format),
      element('c:ptCount', { val: values.length }),
      ...points,
    ),
  );
}

function point(at: number, text: string): string {
  return element('c:pt', { idx: at }, textElement('c:v', text));
}

function range(column: number, rows: number): string {
  const name = columnName(column);
  return `${chartSheetName}!$${name}$2:$${name}$${rows + 1}`;
}

function lookXml(series: NativeSeries, group: ChartGroup): string {
  return element('c:spPr', {}, group.kind === 'line' ? '' : fill(series.fill), outline(series.line));
}

/** Writes the words at points of a series. */
export function labelsXml(labels: readonly PointLabel[], group: ChartGroup): string {
  if (labels.length === 0) return '';
  return element(
    'c:dLbls',
    {},
    ...[...labels].sort((a, b) => a.at - b.at).map((label) => labelXml(label, group)),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    ...shown(false),
  );
}

function labelXml(label: PointLabel, group: ChartGroup): string {
  const { at, text, isUpright, tone } = label;
  return element(
    'c:dLbl',
    {},
    element('c:idx', { val: at }),
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        isUpright ? '<a:bodyPr rot="-5400000" vert="horz" wrap="none"/>' : '<a:bodyPr wrap="none"/>',
        '<a:lstStyle/>',
        element(
          'a:p',
          {},
          element(
            'a:r',
            {},
            runProperties('a:rPr', isUpright ? 10 : 12, tone, !isUpright),
            textElement('a:t', text),
          ),
        ),
      ),
    ),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    element('c:dLblPos', { val: position(label, group) }),
    ...shown(true),
  );
}

/** What PowerPoint lets a label be, by kind: areas take none, bars only beyond their end and only unstacked. */
function position({ place }: PointLabel, { kind, isStacked }: ChartGroup): string {
  invariant(
    kind !== 'area' && !(kind === 'bar' && isStacked),
    'areas and stacked bars carry no placed labels',
  );
  if (kind === 'bar') return 'outEnd';
  return { right: 'r', above: 't', below: 'b', left: 'l' }[place];
}

function shown(isValueShown: boolean): string[] {
  const value = isValueShown ? 1 : 0;
  return [
    '<c:showLegendKey val="0"/>',
    `<c:showVal val="${value}"/>`,
    '<c:showCatName val="0"/>',
    '<c:showSerName val="0"/>',
    '<c:showPercent val="0"/>',
    '<c:showBubbleSize val="0"/>',
  ];
}
