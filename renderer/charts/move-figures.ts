import type { ChartView } from '#shared/view/chart.ts';
import type { ChartFrame } from './chart-frame.ts';
import { type DrawnChart, moveOutlines } from './echarts.ts';
import { figurePicture } from './figure-series.ts';
import { hasEndLabels, plotRoom } from './geometry.ts';

/**
 * Moves the figures a chart shows to where those of another view lie, which has the same series, looks, axes and references. Says no, and does
 * nothing, where that takes more than other paths for the same outlines.
 */
export function moveFigures(chart: DrawnChart, view: ChartView, frame: ChartFrame, height: number): boolean {
  // Names move with the lines they name. A chart that is wide enough for them is the only one in sight.
  if (hasEndLabels(frame.width)) return false;
  const { clipped, points } = figurePicture(view, frame, plotRoom(frame.width, height));
  return moveOutlines(chart, new Map([...clipped, ...points].map(({ shape }) => [shape.name, shape.path])));
}
