import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthAfter, monthCode, monthLabel } from './calendar.ts';

/** How finely time is shown. */
export type Period = 'month' | 'quarter' | 'year';

/** The periods of a horizon, each a run of whole months; the first and the last may be shorter than the others. */
export interface Timeline {
  readonly period: Period;
  readonly start: YearMonth;
  readonly months: number;
  /** First month of each period, counted from the start. */
  readonly first: readonly number[];
  /** Last month of each period, counted from the start. */
  readonly last: readonly number[];
  /** For reading: `Apr 2026`, `Q2 2026`, `2026`. */
  readonly labels: readonly string[];
  /** For sheets and files: `2026-04`, `2026-Q2`, `2026`. */
  readonly codes: readonly string[];
}

const monthsIn: Record<Period, number> = { month: 1, quarter: 3, year: 12 };

/** Cuts a horizon into months, calendar quarters or calendar years. */
export function timeline(start: YearMonth, months: number, period: Period): Timeline {
  const first: number[] = [];
  const last: number[] = [];
  const labels: string[] = [];
  const codes: string[] = [];
  for (let month = 0; month < months; month++) {
    const date = monthAfter(start, month);
    const opensPeriod = (date.month - 1) % monthsIn[period] === 0;
    if (month > 0 && !opensPeriod) {
      last[last.length - 1] = month;
      continue;
    }
    first.push(month);
    last.push(month);
    labels.push(periodLabel(date, period));
    codes.push(periodCode(date, period));
  }
  return { period, start, months, first, last, labels, codes };
}

/** Finds the period that a point in time falls into, given in months since the start; the ends are clamped. */
export function periodAt(line: Timeline, month: number): number {
  let low = 0;
  let high = line.last.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line.last[middle] ?? 0) + 1 < month) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}

function quarterOf(date: YearMonth): number {
  return Math.floor((date.month - 1) / 3) + 1;
}

function periodLabel(date: YearMonth, period: Period): string {
  if (period === 'month') return monthLabel(date);
  return period === 'quarter' ? `Q${quarterOf(date)} ${date.year}` : `${date.year}`;
}

function periodCode(date: YearMonth, period: Period): string {
  if (period === 'month') return monthCode(date);
  return period === 'quarter' ? `${date.year}-Q${quarterOf(date)}` : `${date.year}`;
}

/** Finds the month that ends at a point of a time axis, or holds it: what stands at the end of a month is drawn there. */
export function monthEndingAt(point: number): number {
  return Math.max(0, Math.ceil(point) - 1);
}
