import type { ChartView } from '#shared/view/chart.ts';
import { decimalsFor, formatMoney, formatNumber } from '#shared/view/format.ts';
import { chartValue } from '#shared/view/spoken.ts';
import { cellText, chartTable } from '#shared/view/table.ts';
import type {
  Curve,
  Distribution,
  Flows,
  HeatMap,
  Milestones,
  PageBody,
  PageColumn,
  PageTable,
  Panels,
  Tornado,
  Waterfall,
} from './page.ts';
import { tornadoBarName } from './page.ts';

/** Sets out what a page shows as a table, for those who want the figures: the same ones, ready to print. */
export function bodyTable(body: PageBody): PageTable {
  switch (body.kind) {
    case 'table':
      return body.table;
    case 'chart':
      return viewTable(body.view);
    case 'waterfall':
      return waterfallTable(body.waterfall);
    case 'tornado':
      return tornadoTable(body.tornado);
    case 'flows':
      return flowTable(body.flows);
    case 'heat-map':
      return heatTable(body.heatMap);
    case 'distribution':
      return distributionTable(body.distribution);
    case 'curve':
      return curveTable(body.curve);
    case 'panels':
      return panelTable(body.panels);
    case 'milestones':
      return milestoneTable(body.milestones);
  }
}

/** The first column names the row, the others hold figures. */
function columnsOf(
  first: string,
  others: readonly string[],
  align: PageColumn['align'] = 'right',
): PageColumn[] {
  const width = 1 / (others.length + 1);
  return [{ label: first, align: 'left', width }, ...others.map((label) => ({ label, align, width }))];
}

function viewTable(view: ChartView): PageTable {
  const table = chartTable(view);
  return {
    columns: columnsOf(
      'Period',
      table.columns.map(({ label, unit }) => `${label} (${unit})`),
    ),
    rows: table.rows.map(({ label, values }) => [
      label,
      ...values.map((value, at) => cellText(table, at, value)),
    ]),
  };
}

function waterfallTable({ unit, steps }: Waterfall): PageTable {
  return {
    columns: columnsOf('Step', [unit]),
    rows: steps.map(({ label, value }) => [label, figure(value)]),
  };
}

function tornadoTable(tornado: Tornado): PageTable {
  return {
    columns: columnsOf('Input', [`At its low end (${tornado.unit})`, `At its high end (${tornado.unit})`]),
    rows: tornado.bars.map((bar) => [tornadoBarName(bar), figure(bar.low), figure(bar.high)]),
  };
}

function flowTable({ sankey }: Flows): PageTable {
  return {
    columns: columnsOf('From', ['To', 'For', 'Amount'], 'left'),
    rows: sankey.streams.map(({ row }) => [
      row.from,
      row.to,
      row.kind === '' ? 'net of all' : row.kind,
      formatMoney(row.amount),
    ]),
  };
}

function heatTable(map: HeatMap): PageTable {
  return {
    columns: columnsOf(`${map.up.label} ↓  ${map.across.label} →`, map.across.ticks),
    rows: map.values.map((row, at) => [
      map.up.ticks[at] ?? '',
      ...row.map((value) => chartValue(map, value)),
    ]),
  };
}

function distributionTable({ unit, edges, shares, cumulative }: Distribution): PageTable {
  const heads = [`To (${unit})`, '% of draws', ...(cumulative === null ? [] : ['% up to there'])];
  return {
    columns: columnsOf(`From (${unit})`, heads),
    rows: shares.map((share, bar) => [
      figure(edges[bar]),
      figure(edges[bar + 1]),
      figure(share),
      ...(cumulative === null ? [] : [figure(cumulative[bar])]),
    ]),
  };
}

function curveTable({ across, label, unit, values, band }: Curve): PageTable {
  const edges = band === null ? [] : [`${band.label}, from`, `${band.label}, to`];
  return {
    columns: columnsOf(across.label, [`${label} (${unit})`, ...edges]),
    rows: across.texts.map((text, at) => [
      text,
      figure(values[at]),
      ...(band === null ? [] : [figure(band.low[at]), figure(band.high[at])]),
    ]),
  };
}

function panelTable({ views }: Panels): PageTable {
  const own = views.flatMap(({ series, unit }) => (series[0] ? [{ ...series[0], unit }] : []));
  return {
    columns: columnsOf(
      'Period',
      own.map(({ label, unit }) => `${label} (${unit})`),
    ),
    rows: (views[0]?.timeline.labels ?? []).map((period, at) => [
      period,
      ...own.map(({ values }) => figure(values[at])),
    ]),
  };
}

function milestoneTable({ names, events }: Milestones): PageTable {
  return {
    columns: columnsOf('Event', names, 'left'),
    rows: events.map(({ label, dates, moves }) => [
      label,
      ...names.map((_, at) => {
        const move = moves[at] ?? '';
        return `${dates[at] ?? ''}${move === '' ? '' : ` (${move})`}`;
      }),
    ]),
  };
}

function figure(value: number | undefined): string {
  return formatNumber(value ?? Number.NaN, Math.max(1, decimalsFor(value ?? 0)));
}
