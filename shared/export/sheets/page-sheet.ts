import { orNull } from '#shared/base/finite.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartTable } from '#shared/view/table.ts';
import { chartSheet } from '../deck/chart-sheet.ts';
import { pageChart } from '../deck/page-chart.ts';
import { bodyTable } from '../pages/body-table.ts';
import type { ExportPage, HeatMap } from '../pages/page.ts';
import type { Sheet, SheetCell } from './sheet.ts';

type Body = Pick<Sheet, 'columns' | 'rows'> & { readonly head: readonly string[] };

/** Sets out what a page shows as a sheet: its finding, then the figures as numbers wherever they are numbers. */
export function pageSheet(page: ExportPage): Sheet {
  const { columns, head, rows } = bodyOf(page);
  return { name: page.topic, columns, heads: [[page.finding], head], rows, frozenColumns: 1 };
}

function bodyOf({ body }: ExportPage): Body {
  if (body.kind === 'chart') return viewBody(body.view);
  if (body.kind === 'heat-map') return heatBody(body.heatMap);
  const chart = pageChart(body);
  if (chart !== null) {
    const { columns, heads, rows } = chartSheet(chart);
    return { columns, head: heads[0] ?? [], rows };
  }
  const table = bodyTable(body);
  return {
    columns: table.columns.map(() => ({ form: 'text', width: 24 })),
    head: table.columns.map(({ label }) => label),
    rows: table.rows,
  };
}

/** The figures as they are, percentiles included, instead of the widths that a stack is drawn with. */
function viewBody(view: ChartView): Body {
  const table = chartTable(view);
  return {
    columns: numbered(table.columns.length),
    head: ['Period', ...table.columns.map(({ label, unit }) => `${label} (${unit})`)],
    rows: table.rows.map(({ code, values }): SheetCell[] => [code, ...values.map(orNull)]),
  };
}

function heatBody({ across, up, unit, values }: HeatMap): Body {
  return {
    columns: numbered(across.ticks.length),
    head: [`${up.label} ↓  ${across.label} → (${unit})`, ...across.ticks],
    rows: values.map((row, at): SheetCell[] => [up.ticks[at] ?? '', ...row.map(orNull)]),
  };
}

function numbered(count: number): Sheet['columns'] {
  const figures = Array.from({ length: count }, () => ({ form: 'general', width: 16 }) as const);
  return [{ form: 'text', width: 28 }, ...figures];
}
