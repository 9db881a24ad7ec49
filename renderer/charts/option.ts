import type { EChartsCoreOption } from 'echarts/core';
import type { ChartView } from '#shared/view/chart.ts';
import { formatNumber } from '#shared/view/format.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { type ChartFrame, logRange } from './chart-frame.ts';
import { figureSeries } from './figure-series.ts';
import { plotMargin, rightMargin } from './geometry.ts';
import type { Palette } from './palette.ts';
import { referenceAreas, referenceLines, timeMarkLines } from './references.ts';

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

/** The series that move with the figures, and what lies behind them. */
export function chartSeries(view: ChartView, frame: ChartFrame): object[] {
  return [...rangeSeries(view, frame.palette), figureSeries(view, frame)];
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

function tickText(value: number, { range, isLogarithmic }: ChartFrame): string {
  // The ticks of such an axis are powers of ten: each has as many decimals as it needs to be one.
  if (isLogarithmic) return formatNumber(value, Math.max(0, Math.round(-Math.log10(value))));
  const decimals = [0, 1, 2, 3].find(
    (one) => Math.abs(range.step * 10 ** one - Math.round(range.step * 10 ** one)) < 1e-9,
  );
  return formatNumber(value, decimals ?? 2);
}
