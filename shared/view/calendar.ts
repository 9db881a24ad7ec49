import type { YearMonth } from '#shared/engine/plan/plan.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Gives the calendar month that lies `months` whole months after `start`; negative counts go back. */
export function monthAfter(start: YearMonth, months: number): YearMonth {
  const count = start.year * 12 + (start.month - 1) + Math.floor(months);
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** Writes a calendar month for reading: `Apr 2026`. */
export function monthLabel(month: YearMonth): string {
  return `${monthNames[month.month - 1] ?? ''} ${month.year}`;
}

/** Writes the calendar month in which a point in time falls, given in months since `start`. */
export function monthLabelAt(start: YearMonth, months: number): string {
  return monthLabel(monthAfter(start, months));
}

/**
 * Writes the month that ends at a point in time: a stock that stands at the end of month `m` is drawn at `m + 1` and
 * belongs to month `m`.
 */
export function monthLabelEnding(start: YearMonth, months: number): string {
  return monthLabelAt(start, Math.max(0, Math.ceil(months) - 1));
}

/** Writes a calendar month for sheets and files: `2026-04`. */
export function monthCode(month: YearMonth): string {
  return `${month.year}-${String(month.month).padStart(2, '0')}`;
}
