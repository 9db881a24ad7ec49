import type { ChartView } from '#shared/view/chart.ts';
import type { ChartFrame } from './chart-frame.ts';
import { drawOnce } from './echarts.ts';
import { chartOption } from './option.ts';

/** Draws the plot of a chart as an SVG of its own, without a page: in the colours of the frame, whatever the window shows. */
export function plotSvg(view: ChartView, frame: ChartFrame, height: number): string {
  return drawOnce(chartOption(view, frame), { width: frame.width, height });
}
