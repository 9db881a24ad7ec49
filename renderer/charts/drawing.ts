import type { ChartView } from '#shared/view/chart.ts';
import { drawsTheSame } from './draws-the-same.ts';
import type { DrawnChart } from './echarts.ts';
import { type ChartFrame, chartOption, chartSeries } from './option.ts';

/** What a chart shows: that which it was given last, and nothing of what came before. */
export interface Drawing {
  draw(view: ChartView, frame: ChartFrame, height: number): void;
  dispose(): void;
}

/**
 * Makes the drawing of one chart on an instance of ECharts, which it disposes of. Where only figures moved, only the series are set anew: with everything
 * built again a chart takes half as long again, and every edit waits for all of them.
 */
export function createDrawing(chart: DrawnChart): Drawing {
  let shown: { readonly outline: string; readonly frame: ChartFrame; readonly view: ChartView } | null = null;
  return {
    draw(view, frame, height) {
      const isSameSize = chart.getWidth() === frame.width && chart.getHeight() === height;
      if (!isSameSize) chart.resize({ width: frame.width, height });
      const outline = outlineOf(view, frame);
      const isSameOutline = shown?.outline === outline && shown.frame.palette === frame.palette;
      if (shown !== null && isSameOutline && isSameSize && drawsTheSame(shown.view, view)) return;
      if (isSameOutline) {
        chart.setOption({ series: chartSeries(view, frame) }, { replaceMerge: ['series'] });
      } else {
        chart.setOption(chartOption(view, frame), { notMerge: true });
      }
      shown = { outline, frame, view };
    },
    dispose: () => chart.dispose(),
  };
}

/** Everything of a chart but its figures: its axes, and which series lie over which. */
function outlineOf(view: ChartView, frame: ChartFrame): string {
  const { width, range, months, isLogarithmic } = frame;
  // A logarithmic axis follows the figures themselves.
  const axis = isLogarithmic ? view.series.map(({ values }) => [...values]) : range;
  const series = view.series.map(({ id, kind, dash, marker, texture, tone, label }) => [
    id,
    kind,
    dash,
    marker,
    texture,
    tone,
    label,
  ]);
  return JSON.stringify([width, months, axis, view.timeline.start, series]);
}
