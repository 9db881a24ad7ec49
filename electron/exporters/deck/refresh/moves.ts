import { allSeries, type NativeChart } from '#shared/export/deck/native-chart.ts';
import type { Move } from '#shared/export/deck/refresh.ts';
import type { PageTable } from '#shared/export/pages/page.ts';
import { chartValue } from '#shared/view/spoken.ts';
import type { StandingSeries } from './chart-data.ts';

/** Smaller than this share of the largest figure of a series, a change is noise of the last digit. */
const noise = 1e-9;

/** Names of series that only hold others up; that one of them comes or goes says nothing. */
const helpers = ['Marks', 'Labels', 'Base', 'Base, below zero'];

/** Finds, for each series that moves, its largest change and where it is; a series that comes or goes is a change too. */
export function chartMoves(
  standing: readonly StandingSeries[],
  chart: NativeChart,
  periods: readonly string[],
): Move[] {
  const series = allSeries(chart);
  const moves = series.flatMap(({ label, values, role }): Move[] => {
    if (role === 'helper') return [];
    const old = standing.find((one) => one.label === label);
    if (old === undefined) return [{ what: label, from: 'not shown', to: 'shown' }];
    const at = largestChange(old.values, values);
    if (at < 0) return [];
    const when = periods[at] === undefined ? '' : `, ${periods[at]}`;
    return [
      {
        what: (role === 'width' ? `Width of ${label}` : label) + when,
        from: figure(old.values[at], chart),
        to: figure(values[at], chart),
      },
    ];
  });
  const gone = standing
    .filter(({ label }) => !series.some((one) => one.label === label) && !helpers.includes(label))
    .map(({ label }) => ({ what: label, from: 'shown', to: 'not shown' }));
  return [...moves, ...gone];
}

/** Finds the cells of a table that change. */
export function tableMoves(old: readonly (readonly string[])[], table: PageTable): Move[] {
  const rows = [table.columns.map(({ label }) => label), ...table.rows];
  const moves = rows.flatMap((row, at) =>
    row.flatMap((to, column): Move[] => {
      const from = old[at]?.[column] ?? '';
      const what = [row[0], column > 0 ? rows[0]?.[column] : ''].filter(Boolean).join(', ');
      return isSameText(from, to)
        ? []
        : [{ what, from: from === '' ? 'nothing' : from, to: to === '' ? 'nothing' : to }];
    }),
  );
  const surplus = old.length - rows.length;
  return surplus > 0
    ? [...moves, { what: 'Rows', from: String(old.length - 1), to: String(rows.length - 1) }]
    : moves;
}

/** A cell may have been cut to fit its column. */
function isSameText(shown: string, full: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return shown.endsWith('…')
    ? plain(full).startsWith(plain(shown.slice(0, -1)))
    : plain(shown) === plain(full);
}

function largestChange(old: readonly number[], values: ArrayLike<number>): number {
  const count = Math.max(old.length, values.length);
  let scale = 0;
  for (const value of old) if (Number.isFinite(value)) scale = Math.max(scale, Math.abs(value));
  let most = noise * scale;
  let found = -1;
  for (let at = 0; at < count; at++) {
    const [from, to] = [old[at] ?? Number.NaN, values[at] ?? Number.NaN];
    const change =
      Number.isFinite(from) && Number.isFinite(to)
        ? Math.abs(to - from)
        : Number.isFinite(from) === Number.isFinite(to)
          ? 0
          : Number.POSITIVE_INFINITY;
    if (change > most) {
      most = change;
      found = at;
    }
  }
  return found;
}

function figure(value: number | undefined, chart: NativeChart): string {
  return value === undefined || !Number.isFinite(value) ? 'no answer' : chartValue(chart, value);
}
