import type { Projection } from '#shared/engine/projection.ts';
import { buildChart, type ChartWishes } from './catalogue.ts';
import { headlineMeasures } from './headline.ts';
import { lens } from './lens.ts';
import type { OwnChart } from './standing-charts.ts';

/** Lists the measures whose percentiles the screen shows: the lines of the charts on it, and the headline figures. */
export function wantedMeasures(
  projection: Projection,
  charts: readonly string[],
  wishes: ChartWishes,
  own: readonly OwnChart[],
): string[] {
  const view = lens(projection, null, 'month');
  const wanted = new Set(headlineMeasures.filter((id) => view.lookup(id)));
  for (const id of charts) {
    for (const series of buildChart(view, id, wishes, own)?.series ?? []) {
      if (series.kind === 'line') wanted.add(series.id);
    }
  }
  return [...wanted];
}
