import { type AxisRange, roundRange } from '#shared/view/axis-range.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { formatNumber } from '#shared/view/format.ts';
import type { Box } from './drawing.ts';

/** Turns months and values into places of a drawing. */
export interface Scale {
  readonly box: Box;
  readonly range: AxisRange;
  readonly x: (month: number) => number;
  /** Values beyond the axis are kept at its edge. */
  readonly y: (value: number) => number;
}

/** The range of a chart's value axis: round numbers around what it reaches. */
export function valueRange(view: ChartView): AxisRange {
  return roundRange(chartExtent(view));
}

/** Gives the places of values over a box; values beyond the axis are kept at its edge. */
export function valueScale({ min, max }: AxisRange, { top, bottom }: Pick<Box, 'top' | 'bottom'>) {
  return (value: number): number => {
    const share = (value - min) / (max - min);
    return bottom - Math.min(1, Math.max(0, share)) * (bottom - top);
  };
}

/** Lays the axes of a chart over a box. */
export function makeScale(view: ChartView, range: AxisRange, box: Box): Scale {
  const { months } = view.timeline;
  return {
    box,
    range,
    x: (month) => box.left + (month / months) * (box.right - box.left),
    y: valueScale(range, box),
  };
}

/** Lists the ticks of a value axis with their labels, from below. */
export function valueTicks({ min, max, step }: AxisRange): { value: number; label: string }[] {
  const decimals =
    [0, 1, 2, 3].find((one) => Math.abs(step * 10 ** one - Math.round(step * 10 ** one)) < 1e-9) ?? 2;
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, at) => {
    const value = min + at * step;
    return { value, label: formatNumber(value, decimals) };
  });
}

/** The point in time at which each value of a chart is drawn: the end of its period. */
export function monthOf(view: ChartView, at: number): number {
  return (view.timeline.last[at] ?? at) + 1;
}
