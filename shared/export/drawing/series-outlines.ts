import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { type PathStep, rectangle } from './drawing.ts';
import { markedPoints } from './line-marker.ts';
import { monthOf, type Scale } from './scale.ts';
import { stacks } from './stacks.ts';

/** Turns months and values into places. */
export type Places = Pick<Scale, 'x' | 'y'>;

/** A place, from the top left. */
export type Place = readonly [x: number, y: number];

/** What one stacked series covers: an area in one piece, or a bar for each period in which it has one. */
export interface StackedOutlines {
  readonly series: ChartSeries;
  readonly paths: readonly (readonly PathStep[])[];
}

/** Outlines the stacked areas and bars of a chart, in their order. */
export function stackedOutlines(view: ChartView, places: Places): StackedOutlines[] {
  return stacks(view).map(({ series, from, to }) => ({
    series,
    paths:
      series.kind === 'bar'
        ? barOutlines(view, from, to, places)
        : // The stack holds 0 where there is no answer; the area must not.
          [outlineBetween(view, from, to, places, (at) => Number.isFinite(series.values[at]))],
  }));
}

/** The stripes of a fan: between the outer and between the inner percentiles. */
export interface FanOutlines {
  readonly outer: readonly PathStep[];
  readonly inner: readonly PathStep[];
}

/** How strongly a fan is painted: over stacked colours it must leave them readable. */
export function fanOpacities({ series }: Pick<ChartView, 'series'>): Record<keyof FanOutlines, number> {
  return series.some(({ kind }) => kind !== 'line')
    ? { outer: 0.1, inner: 0.14 }
    : { outer: 0.14, inner: 0.2 };
}

/** Outlines the fan of a series; null where it has none. */
export function fanOutlines(view: ChartView, { band }: ChartSeries, places: Places): FanOutlines | null {
  if (!band) return null;
  return {
    outer: outlineBetween(view, band.p5, band.p95, places),
    inner: outlineBetween(view, band.p25, band.p75, places),
  };
}

/** Draws the line of a series, broken where it has nothing to show. */
export function lineOutline(
  view: ChartView,
  { values }: ChartSeries,
  { x, y }: Places,
  isShown: (value: number) => boolean = Number.isFinite,
): PathStep[] {
  const path: PathStep[] = [];
  let isDrawing = false;
  values.forEach((value, at) => {
    const goesOn = isDrawing;
    isDrawing = isShown(value);
    if (isDrawing) path.push([goesOn ? 'L' : 'M', x(monthOf(view, at)), y(value)]);
  });
  return path;
}

/** Says where markers stand on the line of a series. */
export function markerPlaces(
  view: ChartView,
  { values }: ChartSeries,
  { x, y }: Places,
  isShown: (value: number) => boolean = Number.isFinite,
): Place[] {
  return markedPoints(values.length).flatMap((at) => {
    const value = values[at] ?? Number.NaN;
    return isShown(value) ? [[x(monthOf(view, at)), y(value)] as const] : [];
  });
}

/** Says where the observations of a series lie. */
export function observedPlaces(
  { observed = [] }: ChartSeries,
  { x, y }: Places,
  isShown: (value: number) => boolean = Number.isFinite,
): Place[] {
  return observed.flatMap(({ month, value }) => (isShown(value) ? [[x(month), y(value)] as const] : []));
}

function barOutlines(
  view: ChartView,
  from: readonly number[],
  to: readonly number[],
  { x, y }: Places,
): PathStep[][] {
  return to.flatMap((top, at) => {
    const bottom = from[at] ?? 0;
    if (top === bottom) return [];
    const left = x(view.timeline.first[at] ?? at);
    const right = x(monthOf(view, at));
    const inset = (right - left) * 0.1;
    return [rectangle({ left: left + inset, right: right - inset, top: y(top), bottom: y(bottom) })];
  });
}

/** Outlines the area between two edges: one closed piece for each run in which there is an answer. */
function outlineBetween(
  view: ChartView,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  { x, y }: Places,
  isThere: (at: number) => boolean = (at) => Number.isFinite(to[at]) && Number.isFinite(from[at]),
): PathStep[] {
  const path: PathStep[] = [];
  const close = (first: number, end: number) => {
    if (end - first < 2) return;
    for (let at = first; at < end; at += 1)
      path.push([at === first ? 'M' : 'L', x(monthOf(view, at)), y(to[at] ?? 0)]);
    for (let at = end - 1; at >= first; at -= 1) path.push(['L', x(monthOf(view, at)), y(from[at] ?? 0)]);
    path.push(['Z']);
  };
  let first = 0;
  for (let at = 0; at < to.length; at += 1) {
    if (isThere(at)) continue;
    close(first, at);
    first = at + 1;
  }
  close(first, to.length);
  return path;
}
