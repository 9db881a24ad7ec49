import type { ChartSeries, ChartView } from '#shared/view/chart.ts';
import { lineLook } from '#shared/view/series-look.ts';
import { timeline } from '#shared/view/timeline.ts';
import { plotPlaces } from '../../renderer/charts/plot-places.ts';

const start = { year: 2026, month: 4 };
const months = 6;

/** The room of a plot with a pixel to a month and ten to a unit, and 0 at a height of 1000. */
export const room = { x: 0, y: 0, width: months, height: 1000 };

/** Where months and values lie in it. */
export const places = plotPlaces(room, {
  months: [0, months],
  values: { min: 0, max: 100 },
  isLogarithmic: false,
});

/** A line of six months, unless it is said to be something else. */
export function series(values: readonly number[], own: Partial<ChartSeries> = {}): ChartSeries {
  return { id: 'a', label: 'A', ...lineLook(0), values: Float64Array.from(values), band: null, ...own };
}

/** A chart of six months with nothing on it but series. */
export function view(list: readonly ChartSeries[]): ChartView {
  const words = { topic: '', unit: '', prefix: '', suffix: '', finding: '', source: '', ring: '' };
  const line = timeline(start, months, 'month');
  return { id: 'own', ...words, timeline: line, series: list, references: [], marks: [] };
}
