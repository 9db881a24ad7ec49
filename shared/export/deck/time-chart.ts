import { monthAfter } from '#shared/view/calendar.ts';
import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { markedPoints } from '../drawing/line-marker.ts';
import { monthOf, valueRange } from '../drawing/scale.ts';
import { excelDay } from '../sheets/sheet.ts';
import { fanEdges, fanStack } from './fan-stack.ts';
import { flagPoles, rangeWithFlags } from './flag-poles.ts';
import {
  type Categories,
  type ChartGroup,
  type NativeChart,
  type NativeSeries,
  type Paint,
  plainGroup,
  plainSeries,
} from './native-chart.ts';
import { scaleNames } from './scale-names.ts';
import { valueFormat } from './value-format.ts';

/** The edges of more fans than this cannot be told apart. */
const edgedFansAtMost = 1;

/** Turns a chart over time into a native one: stacks as areas, a fan as stacked areas, levels and lines as lines, marks as thin bars. */
export function timeChart(view: ChartView): NativeChart {
  const areas = view.series.filter(({ kind }) => kind === 'area');
  const bars = view.series.filter(({ kind }) => kind === 'bar');
  // Where bars are stacked there are no poles beside them.
  const range = bars.length > 0 ? valueRange(view) : rangeWithFlags(view, valueRange(view));
  const lines = view.series.filter(({ kind }) => kind === 'line');
  const fans = lines.filter(({ band }) => band !== null);
  // Only one thing can be stacked: the phases or generations where there are any, else the first fan.
  const stackedFan = areas.length > 0 ? undefined : fans[0];
  const edged = fans.filter((fan) => fan !== stackedFan).slice(0, edgedFansAtMost);
  const named = lines.map((line) => lineSeries(view, line, lines, range));
  const drawn: NativeSeries[] = [
    ...view.references.flatMap((reference) => levelSeries(view, reference)),
    ...edged.flatMap(fanEdges),
    ...named,
  ];
  const groups: ChartGroup[] = [
    {
      ...plainGroup,
      kind: 'area',
      isStacked: true,
      series: stackedFan ? fanStack(stackedFan) : areas.map(areaSeries),
    },
    bars.length > 0
      ? { ...plainGroup, kind: 'bar', isStacked: true, series: bars.map(barSeries) }
      : { ...plainGroup, kind: 'bar', gap: 500, series: flagPoles(view, range) },
    { ...plainGroup, kind: 'line', series: drawn },
  ];
  const categories = categoriesOf(view);
  const sides = { left: 0.06, right: lines.length > 0 ? 0.14 : 0.02 };
  return {
    categories,
    groups: groups.filter(({ series }) => series.length > 0),
    range,
    secondRange: null,
    valueFormat: valueFormat(range),
    unit: view.unit,
    prefix: view.prefix,
    suffix: view.suffix,
    // Lines that end too near to one another to be named there are named in the key.
    hasKey: areas.length + bars.length + fans.length > 0 || named.some(({ isInKey }) => isInKey),
    margin: { ...sides, top: 0.03, bottom: Math.max(0.16, nameHeight(categories, sides) + 0.1) },
    arrows: [],
  };
}

function categoriesOf({ timeline }: ChartView): Categories {
  if (timeline.period !== 'month') return { kind: 'texts', texts: timeline.labels, isScale: true };
  const days = timeline.first.map((month) => excelDay(monthAfter(timeline.start, month)));
  return { kind: 'months', days };
}

function nameHeight(categories: Categories, sides: { left: number; right: number }): number {
  return categories.kind === 'texts' ? scaleNames(categories.texts, sides).height : 0;
}

function areaSeries(series: ChartSeries): NativeSeries {
  const { id, label, values } = series;
  return { ...plainSeries, key: id, label, values, fill: paintOf(series, 0.9) };
}

function barSeries(series: ChartSeries): NativeSeries {
  const { id, label, values } = series;
  return { ...plainSeries, key: id, label, values, fill: paintOf(series, 1) };
}

function paintOf({ tone, texture }: ChartSeries, opacity: number): Paint {
  return { tone, opacity, ...(texture === undefined ? {} : { texture }) };
}

function lineSeries(
  view: ChartView,
  series: ChartSeries,
  lines: readonly ChartSeries[],
  range: { readonly min: number; readonly max: number },
): NativeSeries {
  const { id, label, tone, dash, marker, values, strength = 1 } = series;
  const end = values.findLastIndex((value) => Number.isFinite(value));
  const isNamed = end >= 0 && !isCrowded(series, lines, (range.max - range.min) * 0.05);
  return {
    ...plainSeries,
    key: id,
    label,
    values,
    line: { tone, width: 2.25, dash, opacity: strength },
    markers: marker === undefined ? null : { marker, at: markedPoints(values.length) },
    pointLabels: isNamed ? [{ at: end, text: label, place: 'right', isUpright: false, tone }] : [],
    // What is named beside its end needs no entry in the key.
    isInKey: !isNamed || monthOf(view, end) < view.timeline.months * 0.9,
  };
}

/** Says whether a line before this one ends so near that their names would lie on one another. */
function isCrowded(series: ChartSeries, lines: readonly ChartSeries[], near: number): boolean {
  const end = lastAnswer(series);
  return lines.slice(0, lines.indexOf(series)).some((other) => Math.abs(lastAnswer(other) - end) < near);
}

function lastAnswer({ values }: ChartSeries): number {
  return values.findLast((value) => Number.isFinite(value)) ?? Number.NaN;
}

function levelSeries(view: ChartView, { label, from, to }: ChartView['references'][number]): NativeSeries[] {
  const level = (value: number, name: string, key: string): NativeSeries => ({
    ...plainSeries,
    key,
    label: name,
    values: new Array<number>(view.timeline.last.length).fill(value),
    line: { tone: 'muted', width: 1, dash: 'short' },
  });
  return to === null
    ? [level(from, label, `reference:${label}`)]
    : [
        level(from, `${label}, from`, `reference:${label}:from`),
        level(to, `${label}, to`, `reference:${label}:to`),
      ];
}
