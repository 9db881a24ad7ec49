import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, BarChart, GridComponent, MarkLineComponent, MarkAreaComponent, LabelLayout, SVGRenderer]);

/** The parts of ECharts the workbench uses; the only place that imports it. */
export const makeChart = (element: HTMLElement) => init(element, null, { renderer: 'svg' });

export type DrawnChart = ReturnType<typeof makeChart>;
