import type { PathStep } from '#shared/export/drawing/drawing.ts';
import { markerShape } from '#shared/export/drawing/line-marker.ts';
import { diamond } from '#shared/export/drawing/marker.ts';
import {
  fanOpacities,
  fanOutlines,
  lineOutline,
  markerPlaces,
  observedPlaces,
  type Place,
  type Places,
  type StackedOutlines,
  stackedOutlines,
} from '#shared/export/drawing/series-outlines.ts';
import { areaOpacity } from '#shared/export/drawing/series-sample.ts';
import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import type { PlotRoom } from './geometry.ts';
import type { Palette } from './palette.ts';
import { straightened } from './straightened.ts';
import { textureDecal } from './texture-decal.ts';

/** One thing ECharts draws: an outline of ours with its look. */
export interface OutlineElement {
  readonly type: 'outline';
  /** The name is this outline's alone in its chart, whatever the figures; in the shape, since ECharts names an element once and then uses it for others. */
  readonly shape: { readonly name: string; readonly path: readonly PathStep[] };
  readonly style: Readonly<Record<string, unknown>>;
}

/** Which values an axis can show. */
export type IsShown = (value: number) => boolean;

const observedReach = 3.6;

/**
 * Draws what moves with the figures of a chart, from back to front: stacked areas and bars, fans, lines. One element for each series and
 * part, however many pieces it has: each costs as much as a thousand points.
 */
export function figureElements(
  view: ChartView,
  places: Places,
  isShown: IsShown,
  palette: Palette,
): OutlineElement[] {
  const lines = view.series.filter(({ kind }) => kind === 'line');
  return [
    ...stackedOutlines(view, places).map((stacked) => stackedElement(stacked, palette)),
    ...view.series.flatMap((series) => fanElements(view, series, places, palette)),
    ...lines.map((line) => lineElement(view, line, places, isShown, palette)),
  ];
}

/** Draws what stands on lines at single points: markers, and over everything what was observed. What is beyond the plot is left out. */
export function pointElements(
  view: ChartView,
  places: Places,
  room: PlotRoom,
  isShown: IsShown,
  palette: Palette,
): OutlineElement[] {
  const lines = view.series.filter(({ kind }) => kind === 'line');
  return [
    ...lines.flatMap((line) => markerElements(view, line, places, room, isShown, palette)),
    ...view.series.flatMap((series) => observedElements(series, places, room, isShown, palette)),
  ];
}

/** Places are whole tenths of a pixel, so that one on the edge may lie as much beyond it. */
const rounding = 0.1;

function isInside({ x: left, y: top, width, height }: PlotRoom) {
  const isBetween = (place: number, from: number, length: number): boolean =>
    place >= from - rounding && place <= from + length + rounding;
  return ([x, y]: Place): boolean => isBetween(x, left, width) && isBetween(y, top, height);
}

type Part = 'stack' | 'outer' | 'inner' | 'line' | 'markers' | 'observed';

function outline(
  { id }: ChartSeries,
  part: Part,
  path: readonly PathStep[],
  style: OutlineElement['style'],
): OutlineElement {
  return { type: 'outline', shape: { name: `${part} of ${id}`, path: straightened(path) }, style };
}

function stackedElement({ series, paths }: StackedOutlines, palette: Palette): OutlineElement {
  const { kind, tone, texture } = series;
  const look =
    kind === 'bar'
      ? {}
      : { fillOpacity: areaOpacity, stroke: palette.surface, lineWidth: 0.6, lineJoin: 'bevel' };
  return outline(series, 'stack', paths.flat(), {
    fill: palette.tones[tone],
    ...look,
    ...textureDecal(texture, palette),
  });
}

function fanElements(
  view: ChartView,
  series: ChartSeries,
  places: Places,
  { tones }: Palette,
): OutlineElement[] {
  const outlines = fanOutlines(view, series, places);
  if (outlines === null) return [];
  const fill = tones[series.tone];
  const { outer, inner } = fanOpacities(view);
  return [
    outline(series, 'outer', outlines.outer, { fill, fillOpacity: outer }),
    outline(series, 'inner', outlines.inner, { fill, fillOpacity: inner }),
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
  return outline(series, 'line', lineOutline(view, series, places, isShown), {
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
  room: PlotRoom,
  isShown: IsShown,
  { tones }: Palette,
): OutlineElement[] {
  const { marker, tone } = series;
  if (marker === undefined) return [];
  const fill = tones[tone];
  const marks = markerPlaces(view, series, places, isShown).filter(isInside(room));
  return [
    outline(
      series,
      'markers',
      marks.flatMap(([x, y]) => markerShape(marker, x, y, fill).path),
      { fill },
    ),
  ];
}

/** Observations lie over everything as diamonds, ringed so that they stand out from fan and line alike. */
function observedElements(
  series: ChartSeries,
  places: Places,
  room: PlotRoom,
  isShown: IsShown,
  palette: Palette,
): OutlineElement[] {
  if (series.observed === undefined) return [];
  return [
    outline(
      series,
      'observed',
      observedPlaces(series, places, isShown)
        .filter(isInside(room))
        .flatMap(([x, y]) => diamond(x, y, observedReach)),
      { fill: palette.tones[series.tone], stroke: palette.surface, lineWidth: 1.5 },
    ),
  ];
}
