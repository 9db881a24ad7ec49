import type { PageBody } from '../pages/page.ts';
import { bridgeChart } from './bridge-chart.ts';
import { curveChart } from './curve-chart.ts';
import { distributionChart } from './distribution-chart.ts';
import type { NativeChart } from './native-chart.ts';
import { timeChart } from './time-chart.ts';
import { tornadoChart } from './tornado-chart.ts';

/** Turns what a page shows into a native chart; null where slide programs have no chart for it. */
export function pageChart(body: PageBody): NativeChart | null {
  switch (body.kind) {
    case 'chart':
      return timeChart(body.view);
    case 'waterfall':
      return bridgeChart(body.waterfall);
    case 'tornado':
      return tornadoChart(body.tornado);
    case 'distribution':
      return distributionChart(body.distribution);
    case 'curve':
      return curveChart(body.curve);
    case 'table':
    case 'flows':
    case 'heat-map':
    case 'panels':
    case 'milestones':
      return null;
  }
}
