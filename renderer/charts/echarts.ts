import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, BarChart, GridComponent, MarkLineComponent, MarkAreaComponent, LabelLayout, SVGRenderer]);

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
