import type { ChartSeries, ChartView, FanBand } from '#shared/view/chart.ts';
import type { Palette } from './palette.ts';
import { points } from './points.ts';

/**
 * Draws a fan as two bands, P5–P95 and P25–P75. ECharts has no band of its own: each is an unseen line with the
 * difference to the upper edge stacked on it.
 */
export function fanSeries(view: ChartView, series: ChartSeries, palette: Palette): object[] {
  const { band } = series;
  if (!band) return [];
  const colour = palette.tones[series.tone];
  // Over stacked colours a fan must leave them readable.
  const isOverAreas = view.series.some((one) => one.kind === 'area');
  return [
    ...stripe(view, series, band, 'p5', 'p95', colour, isOverAreas ? 0.1 : 0.14),
    ...stripe(view, series, band, 'p25', 'p75', colour, isOverAreas ? 0.12 : 0.2),
  ];
}

function stripe(
  view: ChartView,
  series: ChartSeries,
  band: FanBand,
  low: keyof FanBand,
  high: keyof FanBand,
  colour: string,
  opacity: number,
): object[] {
  const [lower, upper] = [band[low], band[high]];
  const shared = {
    type: 'line',
    stack: `${series.id}:${low}`,
    // Bands may lie on both sides of zero, where the usual stacking keeps the signs apart.
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { color: colour, opacity: 0 },
    z: 3,
  };
  return [
    {
      ...shared,
      id: `${series.id}:${low}`,
      ...points(view, (at) => lower[at] ?? Number.NaN),
    },
    {
      ...shared,
      id: `${series.id}:${low}-${high}`,
      ...points(view, (at) => (upper[at] ?? Number.NaN) - (lower[at] ?? Number.NaN)),
      areaStyle: { color: colour, opacity },
    },
  ];
}
