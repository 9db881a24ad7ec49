import type { ProjectionResult } from '#shared/contract/results.ts';
import { monthAfter, monthLabel } from '#shared/view/calendar.ts';
import { displayUnit, looksLike } from '#shared/view/display-unit.ts';
import { formatIn } from '#shared/view/format.ts';
import { headline } from '#shared/view/headline.ts';
import { type Lens, lens } from '#shared/view/lens.ts';
import { textTable } from './text-table.ts';

/** Measures a person wants to see first, by year. */
const columns: readonly (readonly [id: string, head: string])[] = [
  ['capacity.online', 'online'],
  ['compute.h100e', 'H100e'],
  ['commitment.committed', 'committed'],
  ['spend.billed', 'billed'],
  ['capital.cumulative', 'capital'],
  ['circularity.ratio', 'ratio'],
  ['customer.cash', 'cash'],
];

/** Writes a run for a person: the headline figures, the years, the checks that do not hold. */
export function runReport(result: ProjectionResult): string {
  const view = lens(result.projection, null, 'year');
  const figures = headline(view, null).map(({ label, value, detail }) => [label, value, detail]);
  const { start, checks } = result.projection;
  const broken = checks.flatMap(({ key, holds, firstBrokenMonth }) => {
    if (holds) return [];
    const when = firstBrokenMonth === null ? '' : ` from ${monthLabel(monthAfter(start, firstBrokenMonth))}`;
    return [`  does not hold${when}: ${key}`];
  });
  return [
    `${result.title}`,
    'Central path, every input at its median; conditional on the assumptions of the file.',
    '',
    textTable(figures, ['left', 'right', 'left']),
    '',
    textTable(years(view), ['left', ...columns.map(() => 'right' as const)]),
    ...(checks.length === 0 ? [] : ['', `Checks: ${checks.length - broken.length} of ${checks.length} hold`]),
    ...broken,
    '',
  ].join('\n');
}

function years(view: Lens): string[][] {
  const shown = columns.flatMap(([id, head]) => {
    const values = view.values(id);
    const info = view.lookup(id)?.info;
    if (values === null || info === undefined || !values.some(Number.isFinite)) return [];
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
    const unit = displayUnit(info.unit, largest, looksLike(info));
    return [{ head, cells: Array.from(values, (value) => formatIn(value, unit)) }];
  });
  const head = ['year', ...shown.map((column) => column.head)];
  const rows = view.timeline.labels.map((label, at) => [label, ...shown.map(({ cells }) => cells[at] ?? '')]);
  return [head, ...rows];
}
