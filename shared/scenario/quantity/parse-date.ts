import type { YearMonth } from '#shared/engine/plan/plan.ts';

/** A date as written, before it is placed on the months of a scenario. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const shapes = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;

/** Matches where a text begins like a date rather than a number; sticky. */
export const dateAhead = /\d{4}-(?:Q\d|\d{1,2}(?:-\d{1,2})?)(?![\d\w])/y;

/** Reads `2026-04`, `2026-04-20`, `2026-Q2` or `2026`; null where the text is no real date. */
export function parseDate(text: string): WrittenDate | null {
  const match = shapes.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] !== undefined ? Number(match[2]) * 3 - 2 : Number(match[3] ?? 1);
  const day = Number(match[4] ?? 1);
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : { year, month, day };
}

/** Places a date on the months of a scenario: a real number, 0 at the first day of the start month. */
export function monthsSince(start: YearMonth, date: WrittenDate): number {
  const whole = (date.year - start.year) * 12 + (date.month - start.month);
  return whole + (date.day - 1) / daysInMonth(date.year, date.month);
}

/** The date of a real number of months since the start, to the nearest day. */
export function dateAt(start: YearMonth, months: number): WrittenDate {
  const count = start.year * 12 + (start.month - 1) + Math.floor(months);
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const days = daysInMonth(year, month);
  const day = Math.round((months - Math.floor(months)) * days) + 1;
  return day > days ? dateAt(start, Math.floor(months) + 1) : { year, month, day };
}

/** Writes a date as `2026-04`, or `2026-04-20` where it is not the first of a month. */
export function formatDate(date: WrittenDate): string {
  const month = `${date.year}-${String(date.month).padStart(2, '0')}`;
  return date.day === 1 ? month : `${month}-${String(date.day).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
