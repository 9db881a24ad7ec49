import { buildChart, type ChartWishes, type OwnChart } from './catalogue.ts';
import { headlineMeasures } from './headline.ts';
import type { Lens } from './lens.ts';

/** Lists the measures whose percentiles the screen shows: the lines of the charts on it, and the headline figures. */
export function wantedMeasures(
  lens: Lens,
  charts: readonly string[],
  wishes: ChartWishes,
  own: readonly OwnChart[],
): string[] {
  const wanted = new Set(headlineMeasures.filter((id) => lens.lookup(id)));
  for (const id of charts) {
    for (const series of buildChart(lens, id, wishes, own)?.series ?? []) {
      if (series.kind === 'line') wanted.add(series.id);
    }
  }
  return [...wanted];
}
