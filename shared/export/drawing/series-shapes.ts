import type { ChartSeries, ChartView, FanBand } from '#shared/view/chart.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import { colours, strengthened, toneColours } from './colours.ts';
import { type PathStep, rectangle, type Shape } from './drawing.ts';
import { markedPoints, markerShape } from './line-marker.ts';
import { monthOf, type Scale } from './scale.ts';
import { areaOpacity } from './series-sample.ts';
import { stacks } from './stacks.ts';
import { textureShapes } from './texture.ts';

/** Draws the stacked areas and bars of a chart, its fans over them, and its lines on top. */
export function seriesShapes(view: ChartView, scale: Scale): Shape[] {
  const stacked = stacks(view).flatMap(({ series, from, to }) =>
    series.kind === 'bar'
      ? barShapes(view, series, from, to, scale)
      : areaShapes(view, series, from, to, scale),
  );
  const lines = view.series.filter(({ kind }) => kind === 'line');
  // Over stacked colours a fan must leave them readable.
  const strength = stacked.length > 0 ? 0.7 : 1;
  return [
    ...stacked,
    ...lines.flatMap((line) => (line.band ? fanShapes(view, line, line.band, scale, strength) : [])),
    ...lines.map((line) => lineShape(view, line, scale)),
    ...lines.flatMap((line) => markerShapes(view, line, scale)),
    ...lines.flatMap((line) => observedShapes(line, scale)),
  ];
}

function areaShapes(
  view: ChartView,
  series: ChartSeries,
  from: number[],
  to: number[],
  scale: Scale,
): Shape[] {
  const path = between(view, from, to, scale);
  return [
    {
      kind: 'shape',
      path,
      fill: toneColours[series.tone],
      fillOpacity: areaOpacity,
      stroke: colours.surface,
      strokeWidth: 0.6,
    },
    ...textureShapes(path, series.texture, colours.surface),
  ];
}

function barShapes(
  view: ChartView,
  series: ChartSeries,
  from: number[],
  to: number[],
  scale: Scale,
): Shape[] {
  return to.flatMap((top, at) => {
    const bottom = from[at] ?? 0;
    if (top === bottom) return [];
    const left = scale.x(view.timeline.first[at] ?? at);
    const right = scale.x(monthOf(view, at));
    const inset = (right - left) * 0.1;
    const box = { left: left + inset, right: right - inset, top: scale.y(top), bottom: scale.y(bottom) };
    const path = rectangle(box);
    return [
      { kind: 'shape', path, fill: toneColours[series.tone] } as const,
      ...textureShapes(path, series.texture, colours.surface),
    ];
  });
}

function fanShapes(
  view: ChartView,
  series: ChartSeries,
  band: FanBand,
  scale: Scale,
  strength: number,
): Shape[] {
  const fill = toneColours[series.tone];
  const stripe = (low: Float64Array, high: Float64Array, opacity: number): Shape => ({
    kind: 'shape',
    path: between(view, [...low], [...high], scale),
    fill,
    fillOpacity: Math.round(opacity * strength * 100) / 100,
  });
  return [stripe(band.p5, band.p95, 0.14), stripe(band.p25, band.p75, 0.2)];
}

function lineShape(view: ChartView, series: ChartSeries, scale: Scale): Shape {
  const path: PathStep[] = [];
  let isDrawing = false;
  series.values.forEach((value, at) => {
    if (Number.isFinite(value)) {
      path.push([isDrawing ? 'L' : 'M', scale.x(monthOf(view, at)), scale.y(value)]);
    }
    isDrawing = Number.isFinite(value);
  });
  const dash = dashLengths[series.dash];
  return {
    kind: 'shape',
    path,
    stroke: strengthened(toneColours[series.tone], series.strength),
    strokeWidth: series.dash === 'dotted' ? 2.2 : 2,
    ...(dash === null ? {} : { dash }),
  };
}

/** What has been observed: small crosses over the line. */
function observedShapes({ observed = [] }: ChartSeries, scale: Scale): Shape[] {
  const reach = 3.5;
  return observed.map(({ month, value }): Shape => {
    const [x, y] = [scale.x(month), scale.y(value)];
    return {
      kind: 'shape',
      path: [
        ['M', x - reach, y - reach],
        ['L', x + reach, y + reach],
        ['M', x - reach, y + reach],
        ['L', x + reach, y - reach],
      ],
      stroke: colours.ink,
      strokeWidth: 1.6,
    };
  });
}

function markerShapes(view: ChartView, { marker, tone, values }: ChartSeries, scale: Scale): Shape[] {
  if (marker === undefined) return [];
  return markedPoints(values.length).flatMap((at) => {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) return [];
    return [markerShape(marker, scale.x(monthOf(view, at)), scale.y(value), toneColours[tone])];
  });
}

/** Outlines the area between two edges: one closed piece for each run in which both have an answer. */
function between(view: ChartView, from: readonly number[], to: readonly number[], scale: Scale): PathStep[] {
  const path: PathStep[] = [];
  let run: number[] = [];
  const close = () => {
    if (run.length > 1) {
      run.forEach((at, place) => {
        path.push([place === 0 ? 'M' : 'L', scale.x(monthOf(view, at)), scale.y(to[at] ?? 0)]);
      });
      for (const at of [...run].reverse())
        path.push(['L', scale.x(monthOf(view, at)), scale.y(from[at] ?? 0)]);
      path.push(['Z']);
    }
    run = [];
  };
  to.forEach((value, at) => {
    if (Number.isFinite(value) && Number.isFinite(from[at])) run.push(at);
    else close();
  });
  close();
  return path;
}
