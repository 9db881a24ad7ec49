import type { AxisRange } from '#shared/view/axis-range.ts';
import type { ChartView } from '#shared/view/chart.ts';
import type { MonthRange } from './geometry.ts';
import type { Palette } from './palette.ts';

/** How a chart is framed, besides what it shows. */
export interface ChartFrame {
  readonly width: number;
  readonly range: AxisRange;
  readonly months: MonthRange;
  readonly isLogarithmic: boolean;
  readonly palette: Palette;
}

/** A logarithmic axis has no zero: it starts a decade below the smallest figure that counts. */
export function logRange(view: ChartView): { min: number; max: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const series of view.series) {
    for (const value of series.values) {
      if (!(value > 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (high === 0) return { min: 0.1, max: 1 };
  const top = Math.ceil(Math.log10(high));
  // A figure that is one power of ten throughout has a decade as well.
  return { min: 10 ** Math.min(top - 1, Math.max(Math.floor(Math.log10(low)), top - 5)), max: 10 ** top };
}
