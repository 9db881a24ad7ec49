import type { ChartView } from '#shared/view/chart.ts';

/** The figures of a series as ECharts takes them. */
export interface Points {
  readonly dimensions: readonly ['time', 'value'];
  /** Point in time and value in turn. */
  readonly data: Float64Array;
}

/**
 * Gives the points of a series: what stands at the end of a period is drawn there. In one array of numbers, because ECharts copies
 * every array of an option, a point at a time, before it looks at any.
 */
export function points({ timeline }: ChartView, valueAt: (at: number) => number): Points {
  const data = new Float64Array(2 * timeline.last.length);
  for (const [at, last] of timeline.last.entries()) {
    data[2 * at] = last + 1;
    data[2 * at + 1] = valueAt(at);
  }
  return { dimensions: ['time', 'value'], data };
}
