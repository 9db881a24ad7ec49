import type { ChartView } from './chart.ts';
import { decimalsFor, formatNumber } from './format.ts';
import type { Period } from './timeline.ts';

/** A chart as rows and columns: the same figures, in the chart's unit. */
export interface ChartTable {
  readonly period: Period;
  readonly columns: readonly { readonly label: string; readonly unit: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly code: string;
    readonly values: readonly number[];
  }[];
  /** Decimals that show every column with the same precision. */
  readonly decimals: readonly number[];
}

/** Sets out the figures of a chart: a row per period, a column per series and, where there are bands, three more. */
export function chartTable(view: ChartView): ChartTable {
  const columns: { label: string; unit: string; values: Float64Array }[] = [];
  for (const series of view.series) {
    columns.push({ label: series.label, unit: view.unit, values: series.values });
    if (!series.band) continue;
    columns.push({ label: `${series.label} P5`, unit: view.unit, values: series.band.p5 });
    columns.push({ label: `${series.label} P50`, unit: view.unit, values: series.band.p50 });
    columns.push({ label: `${series.label} P95`, unit: view.unit, values: series.band.p95 });
  }
  return {
    period: view.timeline.period,
    columns: columns.map(({ label, unit }) => ({ label, unit })),
    rows: view.timeline.labels.map((label, at) => ({
      label,
      code: view.timeline.codes[at] ?? label,
      values: columns.map((column) => column.values[at] ?? Number.NaN),
    })),
    decimals: columns.map((column) => Math.max(1, decimalsFor(lastOf(column.values)))),
  };
}

/** Writes one cell of a table for reading. */
export function cellText(table: ChartTable, column: number, value: number): string {
  return formatNumber(value, table.decimals[column] ?? 2);
}

function lastOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}
