import { orNull } from '#shared/base/finite.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { monthAfter } from '#shared/view/calendar.ts';
import { looksLike } from '#shared/view/display-unit.ts';
import { measureLabel } from '#shared/view/lens.ts';
import type { ExportedScenario } from '../document.ts';
import type { CellForm, Sheet } from './sheet.ts';

interface Column {
  readonly label: string;
  readonly id: string;
  readonly unit: string;
  readonly kind: string;
  readonly form: CellForm;
  readonly values: Float64Array;
}

const percentiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

/** Sets out the measures of a scenario: a row per month, a column per measure, its percentiles beside it. */
export function scenarioSheet({ title, projection, fan }: ExportedScenario): Sheet {
  const bands = new Map((fan?.bands ?? []).map((one) => [one.id, one]));
  const columns = projection.series.flatMap(({ info, values }): Column[] => {
    const own = { id: info.id, unit: info.unit, kind: info.kind, form: formOf(info) };
    const label = measureLabel(info);
    const band = bands.get(info.id);
    const spread = band
      ? percentiles.map((name) => ({
          ...own,
          label: `${label}, ${name.toUpperCase()}`,
          id: `${info.id} ${name}`,
          kind: 'percentile of the draws',
          values: band[name],
        }))
      : [];
    return [{ ...own, label, values }, ...spread];
  });
  return {
    name: title,
    columns: [{ form: 'month', width: 10 }, ...columns.map(({ form }) => ({ form, width: 17 }))],
    heads: [
      ['Month', ...columns.map(({ label }) => label)],
      ['Unit', ...columns.map(({ unit }) => unit)],
      ['Measure', ...columns.map(({ id }) => id)],
      ['Kind', ...columns.map(({ kind }) => kind)],
    ],
    rows: Array.from({ length: projection.months }, (_, month) => [
      { month: monthAfter(projection.start, month) },
      ...columns.map(({ values }) => orNull(values[month] ?? Number.NaN)),
    ]),
    frozenColumns: 1,
  };
}

function formOf(info: MeasureInfo): CellForm {
  if (info.unit === 'USD' || info.unit === 'chips' || info.unit === 'H100e') return 'whole';
  if (info.unit === 'MW' || info.unit === 'MWh' || info.unit === 'months' || info.unit === 'month')
    return 'decimal';
  return info.unit === '1' && looksLike(info) === 'share' ? 'percent' : 'general';
}
