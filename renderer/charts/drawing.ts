import type { ChartView } from '#shared/view/chart.ts';
import { type ChartFrame, logRange } from './chart-frame.ts';
import { drawsTheSame } from './draws-the-same.ts';
import type { DrawnChart } from './echarts.ts';
import { moveFigures } from './move-figures.ts';
import { chartSeries, figuresOption, surroundOption } from './option.ts';

/** What a chart shows: that which it was given last, and nothing of what came before. */
export interface Drawing {
  draw(view: ChartView, frame: ChartFrame, height: number): void;
  dispose(): void;
}

/** The two pictures that lie over one another: figures with the grid, and over them what stands around and is marked. */
export interface Layers {
  readonly figures: DrawnChart;
  readonly surround: DrawnChart;
}

/**
 * Makes the drawing of one chart on two instances of ECharts, which it disposes of. An edit moves figures and leaves axes and marks where they are;
 * an instance builds all it has anew, whatever is set, so what stays has one of its own. Where only figures moved, only their outlines are.
 */
export function createDrawing({ figures, surround }: Layers): Drawing {
  let shown: Shown | null = null;
  return {
    draw(view, frame, height) {
      const isSameSize = figures.getWidth() === frame.width && figures.getHeight() === height;
      const size = { width: frame.width, height };
      const scale = scaleOf(view, frame);
      const outline = outlineOf(view, scale);
      const surroundings = JSON.stringify([scale, view.marks, view.references]);
      const isSameLook = isSameSize && shown?.frame.palette === frame.palette;
      const hasSameOutline = isSameLook && shown?.outline === outline;
      if (!isSameLook || shown?.surroundings !== surroundings) {
        if (!isSameSize) surround.resize(size);
        surround.setOption(surroundOption(view, frame), { notMerge: true });
      }
      if (shown === null || !hasSameOutline) {
        if (!isSameSize) figures.resize(size);
        figures.setOption(figuresOption(view, frame), { notMerge: true });
      } else if (!drawsTheSame(shown.view, view) && !moveFigures(figures, view, frame, height)) {
        figures.setOption({ series: chartSeries(view, frame) }, { replaceMerge: ['series'] });
      }
      shown = { outline, surroundings, frame, view };
    },
    dispose() {
      figures.dispose();
      surround.dispose();
    },
  };
}

interface Shown {
  readonly outline: string;
  readonly surroundings: string;
  readonly frame: ChartFrame;
  readonly view: ChartView;
}

/** Everything of the axes. A logarithmic one follows the figures themselves. */
function scaleOf(view: ChartView, { width, range, months, isLogarithmic }: ChartFrame): readonly unknown[] {
  return [width, months, isLogarithmic, isLogarithmic ? logRange(view) : range, view.timeline.start];
}

/** Everything of a chart's figures but the figures: the scale they are drawn to, what they are compared with, and which series lie over which. */
function outlineOf(view: ChartView, scale: readonly unknown[]): string {
  const series = view.series.map(({ id, kind, dash, marker, texture, tone, label }) => [
    id,
    kind,
    dash,
    marker,
    texture,
    tone,
    label,
  ]);
  return JSON.stringify([scale, view.references, series]);
}
