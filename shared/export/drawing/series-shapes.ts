import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import { colours, strengthened, toneColours } from './colours.ts';
import type { Shape } from './drawing.ts';
import { markerShape } from './line-marker.ts';
import type { Scale } from './scale.ts';
import {
  fanOpacities,
  fanOutlines,
  lineOutline,
  markerPlaces,
  observedPlaces,
  type StackedOutlines,
  stackedOutlines,
} from './series-outlines.ts';
import { areaOpacity } from './series-sample.ts';
import { textureShapes } from './texture.ts';

/** Draws the stacked areas and bars of a chart, its fans over them, and its lines on top. */
export function seriesShapes(view: ChartView, scale: Scale): Shape[] {
  const stacked = stackedOutlines(view, scale).flatMap(stackedShapes);
  const lines = view.series.filter(({ kind }) => kind === 'line');
  return [
    ...stacked,
    ...lines.flatMap((line) => fanShapes(view, line, scale)),
    ...lines.map((line) => lineShape(view, line, scale)),
    ...lines.flatMap((line) => markerShapes(view, line, scale)),
    ...lines.flatMap((line) => observedShapes(line, scale)),
  ];
}

function stackedShapes({ series: { kind, tone, texture }, paths }: StackedOutlines): Shape[] {
  const fill = toneColours[tone];
  const look =
    kind === 'bar' ? { fill } : { fill, fillOpacity: areaOpacity, stroke: colours.surface, strokeWidth: 0.6 };
  return paths.flatMap((path) => [
    { kind: 'shape', path, ...look } as const,
    ...textureShapes(path, texture, colours.surface),
  ]);
}

function fanShapes(view: ChartView, series: ChartSeries, scale: Scale): Shape[] {
  const outlines = fanOutlines(view, series, scale);
  if (outlines === null) return [];
  const fill = toneColours[series.tone];
  const { outer, inner } = fanOpacities(view);
  return [
    { kind: 'shape', path: outlines.outer, fill, fillOpacity: outer },
    { kind: 'shape', path: outlines.inner, fill, fillOpacity: inner },
  ];
}

function lineShape(view: ChartView, series: ChartSeries, scale: Scale): Shape {
  const dash = dashLengths[series.dash];
  return {
    kind: 'shape',
    path: lineOutline(view, series, scale),
    stroke: strengthened(toneColours[series.tone], series.strength),
    strokeWidth: series.dash === 'dotted' ? 2.2 : 2,
    ...(dash === null ? {} : { dash }),
  };
}

/** What has been observed: small crosses over the line. */
function observedShapes(series: ChartSeries, scale: Scale): Shape[] {
  const reach = 3.5;
  return observedPlaces(series, scale).map(
    ([x, y]): Shape => ({
      kind: 'shape',
      path: [
        ['M', x - reach, y - reach],
        ['L', x + reach, y + reach],
        ['M', x - reach, y + reach],
        ['L', x + reach, y - reach],
      ],
      stroke: colours.ink,
      strokeWidth: 1.6,
    }),
  );
}

function markerShapes(view: ChartView, series: ChartSeries, scale: Scale): Shape[] {
  const { marker, tone } = series;
  if (marker === undefined) return [];
  return markerPlaces(view, series, scale).map(([x, y]) => markerShape(marker, x, y, toneColours[tone]));
}
