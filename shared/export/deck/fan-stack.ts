import type { ChartSeries } from '#shared/view/chart.ts';
import { type NativeSeries, plainSeries } from './native-chart.ts';

/** Stacks a fan as areas: an unseen base up to P5, then the steps to P25, P75 and P95. */
export function fanStack({ id, label, tone, band }: ChartSeries): NativeSeries[] {
  if (band === null) return [];
  const { p5, p25, p75, p95 } = band;
  const step = (from: Float64Array, to: Float64Array) =>
    to.map((value, at) => value - (from[at] ?? Number.NaN));
  const outer = { tone, opacity: 0.16 };
  return [
    { ...plainSeries, key: `${id}:p5`, label: `${label}, P5`, values: p5, isInKey: false },
    {
      ...plainSeries,
      role: 'width',
      key: `${id}:p5-p25`,
      label: 'P5 to P95',
      values: step(p5, p25),
      fill: outer,
    },
    {
      ...plainSeries,
      role: 'width',
      key: `${id}:p25-p75`,
      label: 'P25 to P75',
      values: step(p25, p75),
      fill: { tone, opacity: 0.36 },
    },
    {
      ...plainSeries,
      role: 'width',
      key: `${id}:p75-p95`,
      label: `${label}, P75 to P95`,
      values: step(p75, p95),
      fill: outer,
      isInKey: false,
    },
  ];
}

/** Draws the outer edges of a fan as thin lines, where a chart has no more room for stacks. */
export function fanEdges({ id, label, tone, band }: ChartSeries): NativeSeries[] {
  if (band === null) return [];
  const edge = (name: 'p5' | 'p95'): NativeSeries => ({
    ...plainSeries,
    key: `${id}:${name}`,
    label: `${label}, ${name.toUpperCase()}`,
    values: band[name],
    line: { tone, width: 0.75, dash: 'short' },
    isInKey: false,
  });
  return [edge('p5'), edge('p95')];
}
