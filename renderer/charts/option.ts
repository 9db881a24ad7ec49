import type { LineSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { markedPoints, markerReach } from '#shared/export/drawing/line-marker.ts';
import { areaOpacity } from '#shared/export/drawing/series-sample.ts';
import type { AxisRange } from '#shared/view/axis-range.ts';
import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { formatNumber } from '#shared/view/format.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { fanSeries } from './fan.ts';
import { hasEndLabels, type MonthRange, plotMargin, rightMargin } from './geometry.ts';
import type { Palette } from './palette.ts';
import { points } from './points.ts';
import { referenceAreas, referenceLines, timeMarkLines } from './references.ts';
import { textureDecal } from './texture-decal.ts';

/** How a chart is framed, besides what it shows. */
export interface ChartFrame {
  readonly width: number;
  readonly range: AxisRange;
  readonly months: MonthRange;
  readonly isLogarithmic: boolean;
  readonly palette: Palette;
}

const fontSize = 11;

/** Turns a chart's data into what ECharts draws. Pure: the same data and frame give the same option. */
export function chartOption(view: ChartView, frame: ChartFrame): EChartsCoreOption {
  const { xAxis, yAxis } = axesOf(view, frame);
  return { ...groundOf(frame), xAxis, yAxis, series: [...chartSeries(view, frame), markSeries(view, frame)] };
}

/** The part that moves with the figures: lines and areas, and the grid behind them. */
export function figuresOption(view: ChartView, frame: ChartFrame): EChartsCoreOption {
  const { xAxis, yAxis } = axesOf(view, frame);
  return {
    ...groundOf(frame),
    xAxis: { ...xAxis, show: false },
    yAxis: { ...yAxis, axisLabel: { show: false } },
    series: chartSeries(view, frame),
  };
}

/** The part that stays while figures move: what stands along the axes, and what is marked in time and height. */
export function surroundOption(view: ChartView, frame: ChartFrame): EChartsCoreOption {
  const { xAxis, yAxis } = axesOf(view, frame);
  return {
    ...groundOf(frame),
    xAxis,
    yAxis: { ...yAxis, splitLine: { show: false } },
    series: [markSeries(view, frame)],
  };
}

function groundOf({ palette, width }: ChartFrame): object {
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    // The cursor and whoever points rely on the margins: no axis may move them to make room for a label.
    grid: { ...plotMargin, right: rightMargin(width), outerBoundsMode: 'none' },
  };
}

function axesOf(view: ChartView, frame: ChartFrame) {
  const { palette, width } = frame;
  const text = { color: palette.axis, fontSize, fontFamily: palette.font };
  const room = width - plotMargin.left - rightMargin(width);
  const ticks = timeTicks(view.timeline.start, frame.months, room);
  const labels = new Map(ticks.map((tick) => [tick.month, tick.label]));
  return {
    xAxis: {
      type: 'value',
      min: frame.months[0],
      max: frame.months[1],
      splitLine: { show: false },
      axisLine: { lineStyle: { color: palette.axis, width: 1 }, onZero: false },
      axisTick: { show: true, length: 4, customValues: ticks.map((tick) => tick.month) },
      axisLabel: {
        ...text,
        customValues: ticks.map((tick) => tick.month),
        formatter: (month: number) => labels.get(Math.round(month)) ?? '',
        hideOverlap: true,
        showMaxLabel: null,
      },
    },
    yAxis: {
      type: frame.isLogarithmic ? 'log' : 'value',
      ...(frame.isLogarithmic
        ? logRange(view)
        : { min: frame.range.min, max: frame.range.max, interval: frame.range.step }),
      splitLine: { lineStyle: { color: palette.grid } },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, formatter: (value: number) => tickText(value, frame) },
    },
  };
}

/** The series that move with the figures. */
export function chartSeries(view: ChartView, frame: ChartFrame): object[] {
  const { palette } = frame;
  return [
    ...view.series.flatMap((series) => (series.band ? fanSeries(view, series, palette) : [])),
    ...view.series.map((series, at) => drawnSeries(view, series, at, frame)),
    ...view.series.flatMap((series) => observedSeries(series, frame)),
    ...rangeSeries(view, palette),
  ];
}

/** Ranges lie behind the figures they are compared with. */
function rangeSeries(view: ChartView, palette: Palette): object[] {
  if (view.references.every(({ to }) => to === null)) return [];
  return [{ type: 'line', id: 'ranges', data: [], silent: true, markArea: referenceAreas(view, palette) }];
}

/** Levels and points in time stand over the figures. */
function markSeries(view: ChartView, frame: ChartFrame): object {
  const data = [...referenceLines(view, frame.palette), ...timeMarkLines(view, frame)];
  const markLine = { silent: true, symbol: 'none', animation: false, data };
  return { type: 'line', id: 'marks', data: [], silent: true, markLine };
}

function drawnSeries(view: ChartView, series: ChartSeries, at: number, frame: ChartFrame) {
  const colour = frame.palette.tones[series.tone];
  const common = {
    id: `s${at}:${series.id}`,
    name: series.label,
    silent: true,
    ...points(view, (at) => series.values[at] ?? Number.NaN),
  };
  if (series.kind === 'bar') {
    const itemStyle = { color: colour, ...textureDecal(series.texture, frame.palette) };
    return { ...common, type: 'bar', stack: 'all', itemStyle, barCategoryGap: '20%' };
  }
  if (series.kind === 'area') {
    return {
      ...common,
      type: 'line',
      stack: 'all',
      symbol: 'none',
      lineStyle: { color: frame.palette.surface, width: 1 },
      areaStyle: { color: colour, opacity: areaOpacity },
      itemStyle: { color: colour, ...textureDecal(series.texture, frame.palette) },
      z: 2,
    };
  }
  return {
    ...common,
    type: 'line',
    ...markers(series),
    connectNulls: false,
    lineStyle: {
      color: colour,
      width: series.dash === 'dotted' ? 2 : 1.75,
      type: dashLengths[series.dash] ?? 'solid',
    },
    itemStyle: { color: colour },
    z: 4,
    ...endLabel(series, frame, colour),
  };
}

const symbols = { circle: 'circle', square: 'rect', triangle: 'triangle' } as const;

function markers({ marker, values }: ChartSeries): Partial<LineSeriesOption> {
  if (marker === undefined) return { symbol: 'none' };
  const marked = new Set(markedPoints(values.length));
  return {
    symbol: symbols[marker],
    showSymbol: true,
    showAllSymbol: true,
    symbolSize: (_value: unknown, { dataIndex }: { readonly dataIndex: number }) =>
      marked.has(dataIndex) ? 2 * markerReach : 0,
  };
}

/** Observations lie over everything as diamonds, ringed so that they stand out from fan and line alike. */
function observedSeries({ id, tone, observed }: ChartSeries, { palette }: ChartFrame): object[] {
  if (observed === undefined) return [];
  return [
    {
      id: `observed:${id}`,
      type: 'line',
      silent: true,
      data: observed.map(({ month, value }) => [month, value]),
      symbol: 'diamond',
      symbolSize: 9,
      showSymbol: true,
      lineStyle: { opacity: 0 },
      itemStyle: { color: palette.tones[tone], borderColor: palette.surface, borderWidth: 1.5 },
      z: 5,
    },
  ];
}

function endLabel(series: ChartSeries, frame: ChartFrame, colour: string): Partial<LineSeriesOption> {
  if (!hasEndLabels(frame.width)) return {};
  return {
    endLabel: {
      show: true,
      formatter: series.label,
      color: colour,
      fontSize,
      fontFamily: frame.palette.font,
      distance: 6,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function tickText(value: number, { range, isLogarithmic }: ChartFrame): string {
  if (isLogarithmic) return formatNumber(value, value >= 1 ? 0 : 2);
  const decimals = [0, 1, 2, 3].find(
    (one) => Math.abs(range.step * 10 ** one - Math.round(range.step * 10 ** one)) < 1e-9,
  );
  return formatNumber(value, decimals ?? 2);
}

/** A logarithmic axis has no zero: it starts a decade below the smallest figure that counts. */
export function logRange(view: ChartView): { min: number; max: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const series of view.series) {
    for (const value of series.values) {
      if (!(value > 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (high === 0) return { min: 0.1, max: 1 };
  return {
    min: 10 ** Math.max(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) - 5),
    max: 10 ** Math.ceil(Math.log10(high)),
  };
}
