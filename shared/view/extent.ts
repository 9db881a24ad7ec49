import type { ChartView } from './chart.ts';

/** The smallest and the largest value something reaches. */
export interface Extent {
  readonly min: number;
  readonly max: number;
}

/** A fan may stretch the axis to this multiple of the central figures; what reaches further is cut off. */
const fanStretch = 2.5;

/**
 * Measures what a chart reaches: stacks summed, lines, references, and percentiles as far as they do not dwarf the rest.
 * Zero is always within.
 */
export function chartExtent(view: Pick<ChartView, 'series' | 'references' | 'timeline'>): Extent {
  let min = 0;
  let max = 0;
  const meet = (value: number) => {
    if (!Number.isFinite(value)) return;
    if (value < min) min = value;
    if (value > max) max = value;
  };
  const periods = view.timeline.last.length;
  const stacked = view.series.filter((series) => series.kind !== 'line');
  for (let at = 0; at < periods; at++) {
    let below = 0;
    let above = 0;
    for (const series of stacked) {
      const value = series.values[at];
      if (value === undefined || !Number.isFinite(value)) continue;
      if (value < 0) below += value;
      else above += value;
    }
    meet(below);
    meet(above);
  }
  for (const series of view.series) {
    if (series.kind === 'line') series.values.forEach(meet);
    for (const { value } of series.observed ?? []) meet(value);
  }
  for (const reference of view.references) {
    meet(reference.from);
    meet(reference.to ?? reference.from);
  }
  const bound = fanStretch * Math.max(max, -min);
  for (const { band } of view.series) {
    for (const value of band?.p5 ?? []) meet(Math.max(-bound, value));
    for (const value of band?.p95 ?? []) meet(Math.min(bound, value));
  }
  return { min, max };
}
