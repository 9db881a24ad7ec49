import type { ChartSeries, ChartView } from '#shared/view/chart.ts';

/** A stacked series with the edges between which it lies, by period. */
export interface Stacked {
  readonly series: ChartSeries;
  readonly from: number[];
  readonly to: number[];
}

/** Stacks the areas and bars of a chart in their order; negative values hang below the axis. */
export function stacks(view: Pick<ChartView, 'series' | 'timeline'>): Stacked[] {
  const periods = view.timeline.last.length;
  const above = new Array<number>(periods).fill(0);
  const below = new Array<number>(periods).fill(0);
  return view.series
    .filter(({ kind }) => kind !== 'line')
    .map((series) => {
      const from: number[] = [];
      const to: number[] = [];
      for (let at = 0; at < periods; at++) {
        const own = series.values[at] ?? Number.NaN;
        const value = Number.isFinite(own) ? own : 0;
        const side = value < 0 ? below : above;
        const start = side[at] ?? 0;
        side[at] = start + value;
        from.push(start);
        to.push(start + value);
      }
      return { series, from, to };
    });
}
