import type { PathStep } from '#shared/export/drawing/drawing.ts';
import { apart } from '#shared/export/drawing/end-labels.ts';
import { markerShape } from '#shared/export/drawing/line-marker.ts';
import { diamond } from '#shared/export/drawing/marker.ts';
import {
  fanOutlines,
  lineOutline,
  markerPlaces,
  observedPlaces,
  type Places,
  type StackedOutlines,
  stackedOutlines,
} from '#shared/export/drawing/series-outlines.ts';
import { areaOpacity } from '#shared/export/drawing/series-sample.ts';
import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import type { MonthRange } from './geometry.ts';
import type { Palette } from './palette.ts';
import { straightened } from './straightened.ts';
import { textureDecal } from './texture-decal.ts';

/** One thing ECharts draws: an outline of ours with its look. */
export interface OutlineElement {
  readonly type: 'outline';
  readonly shape: { readonly path: readonly PathStep[] };
  readonly style: Readonly<Record<string, unknown>>;
}

/** Which values an axis can show. */
export type IsShown = (value: number) => boolean;

const observedReach = 3.6;

/**
 * Draws what moves with the figures of a chart, from back to front: stacked areas and bars, fans, lines, markers, observations. One element
 * for each series and part, however many pieces it has: each costs as much as a thousand points.
 */
export function figureElements(
  view: ChartView,
  places: Places,
  isShown: IsShown,
  palette: Palette,
): OutlineElement[] {
  const lines = view.series.filter(({ kind }) => kind === 'line');
  // Over stacked colours a fan must leave them readable.
  const fanStrengths = view.series.some(({ kind }) => kind === 'area') ? [0.1, 0.12] : [0.14, 0.2];
  return [
    ...stackedOutlines(view, places).map((stacked) => stackedElement(stacked, palette)),
    ...view.series.flatMap((series) => fanElements(view, series, places, palette, fanStrengths)),
    ...lines.map((line) => lineElement(view, line, places, isShown, palette)),
    ...lines.flatMap((line) => markerElements(view, line, places, isShown, palette)),
    ...view.series.flatMap((series) => observedElements(series, places, palette)),
  ];
}

function outline(path: readonly PathStep[], style: OutlineElement['style']): OutlineElement {
  return { type: 'outline', shape: { path: straightened(path) }, style };
}

function stackedElement({ series, paths }: StackedOutlines, palette: Palette): OutlineElement {
  const { kind, tone, texture } = series;
  const look =
    kind === 'bar'
      ? {}
      : { fillOpacity: areaOpacity, stroke: palette.surface, lineWidth: 0.6, lineJoin: 'bevel' };
  return outline(paths.flat(), { fill: palette.tones[tone], ...look, ...textureDecal(texture, palette) });
}

function fanElements(
  view: ChartView,
  series: ChartSeries,
  places: Places,
  { tones }: Palette,
  [outer, inner]: readonly number[],
): OutlineElement[] {
  const outlines = fanOutlines(view, series, places);
  if (outlines === null) return [];
  const fill = tones[series.tone];
  return [
    outline(outlines.outer, { fill, fillOpacity: outer }),
    outline(outlines.inner, { fill, fillOpacity: inner }),
  ];
}

function lineElement(
  view: ChartView,
  series: ChartSeries,
  places: Places,
  isShown: IsShown,
  { tones }: Palette,
): OutlineElement {
  const { tone, dash } = series;
  return outline(lineOutline(view, series, places, isShown), {
    fill: 'none',
    stroke: tones[tone],
    lineWidth: dash === 'dotted' ? 2 : 1.75,
    lineDash: dashLengths[dash] ?? 'solid',
    lineJoin: 'bevel',
  });
}

function markerElements(
  view: ChartView,
  series: ChartSeries,
  places: Places,
  isShown: IsShown,
  { tones }: Palette,
): OutlineElement[] {
  const { marker, tone } = series;
  if (marker === undefined) return [];
  const fill = tones[tone];
  const marks = markerPlaces(view, series, places, isShown);
  return [
    outline(
      marks.flatMap(([x, y]) => markerShape(marker, x, y, fill).path),
      { fill },
    ),
  ];
}

/** Observations lie over everything as diamonds, ringed so that they stand out from fan and line alike. */
function observedElements(series: ChartSeries, places: Places, palette: Palette): OutlineElement[] {
  if (series.observed === undefined) return [];
  return [
    outline(
      observedPlaces(series, places).flatMap(([x, y]) => diamond(x, y, observedReach)),
      { fill: palette.tones[series.tone], stroke: palette.surface, lineWidth: 1.5 },
    ),
  ];
}

/** The name of a series beside its end. */
export interface NameElement {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly style: Readonly<Record<string, unknown>>;
}

const nameSize = 11;
/** From the end of a line to its name. */
const nameDistance = 6;

/** Names the lines of a chart beside where they end in sight; names that would overlap are moved apart. */
export function nameElements(
  view: ChartView,
  places: Places,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  [, to]: MonthRange,
  isShown: IsShown,
  { tones, font }: Palette,
): NameElement[] {
  const inSight = view.timeline.last.filter((last) => last + 1 <= to).length;
  const ends = view.series
    .filter(({ kind }) => kind === 'line')
    .flatMap((series) => {
      const at = series.values.subarray(0, inSight).findLastIndex(isShown);
      const month = view.timeline.last[at];
      const value = series.values[at];
      if (month === undefined || value === undefined) return [];
      return [{ series, x: places.x(month + 1), y: places.y(value) }];
    })
    .sort((one, other) => one.y - other.y);
  const heights = apart(
    ends.map(({ y }) => y),
    nameSize + 2,
    top,
    bottom,
  );
  return ends.map(({ series, x, y }, at) => ({
    type: 'text',
    x: x + nameDistance,
    y: heights[at] ?? y,
    style: {
      text: series.label,
      fill: tones[series.tone],
      fontSize: nameSize,
      fontFamily: font,
      verticalAlign: 'middle',
    },
  }));
}
