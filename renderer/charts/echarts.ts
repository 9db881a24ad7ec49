import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, graphic, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { PathStep } from '#shared/export/drawing/drawing.ts';

use([LineChart, CustomChart, GridComponent, MarkLineComponent, MarkAreaComponent, SVGRenderer]);

/** Draws the outlines that all pictures of Offtake are made of. */
const Outline = graphic.extendShape({
  type: 'outline',
  shape: { name: '', path: [] as readonly PathStep[] },
  buildPath(pen, { path }) {
    for (const step of path) {
      if (step[0] === 'M') pen.moveTo(step[1], step[2]);
      else if (step[0] === 'L') pen.lineTo(step[1], step[2]);
      else if (step[0] === 'C') pen.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
      else pen.closePath();
    }
  },
});
graphic.registerShape('outline', Outline);

/** Makes one instance of ECharts; of which this file alone imports anything, and only the parts the workbench uses. */
export function makeChart(element: HTMLElement) {
  const chart = init(element, null, { renderer: 'svg' });
  // All is drawn at once and nothing moves by itself: the usual ten frames of looking for more, times all charts, would have
  // the window painted over and over just when the next answer is due.
  chart.getZr().setSleepAfterStill(1);
  return chart;
}

/** Draws an option once, on no page at all, and gives the SVG. */
export function drawOnce(
  option: EChartsCoreOption,
  size: { readonly width: number; readonly height: number },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption(option);
  const text = chart.renderToSVGString();
  chart.dispose();
  return text;
}

export type DrawnChart = ReturnType<typeof makeChart>;

/**
 * Gives the outlines of a chart other paths, by their names, and empties those that get none. Where one is asked for that the
 * chart does not have, or two of it have one name, all stays as it is and the answer is no. ECharts would work out everything
 * a chart has to move a line: this is what it does last.
 */
export function moveOutlines(chart: DrawnChart, paths: ReadonlyMap<string, readonly PathStep[]>): boolean {
  const renderer = chart.getZr();
  const outlines = new Map<string, InstanceType<typeof Outline>>();
  let count = 0;
  renderer.storage.traverse((element) => {
    if (!(element instanceof Outline)) return;
    outlines.set(element.shape.name, element);
    count += 1;
  });
  if (count !== outlines.size) return false;
  for (const name of paths.keys()) if (!outlines.has(name)) return false;
  for (const [name, outline] of outlines) outline.setShape({ path: paths.get(name) ?? [] });
  renderer.flush();
  return true;
}
