import { orNull } from '#shared/base/finite.ts';
import type { Sheet, SheetCell } from '../sheets/sheet.ts';
import { allSeries, type NativeChart } from './native-chart.ts';

/** The name of the sheet behind a chart, as its formulas call it. */
export const chartSheetName = 'Data';

/** Sets out the numbers of a chart as the sheet behind it: categories in the first column, a column per series, and no other number. */
export function chartSheet(chart: NativeChart): Sheet {
  const series = allSeries(chart);
  const { categories } = chart;
  const count = categories.kind === 'months' ? categories.days.length : categories.texts.length;
  const category = (at: number): SheetCell =>
    categories.kind === 'months' ? (categories.days[at] ?? null) : (categories.texts[at] ?? null);
  return {
    name: chartSheetName,
    columns: [
      { form: categories.kind === 'months' ? 'month' : 'text', width: 14 },
      ...series.map(() => ({ form: 'general' as const, width: 16 })),
    ],
    heads: [[chart.unit, ...series.map(({ label }) => label)]],
    rows: Array.from({ length: count }, (_, at) => [
      category(at),
      ...series.map(({ values }) => orNull(values[at] ?? Number.NaN)),
    ]),
    frozenColumns: 0,
  };
}
