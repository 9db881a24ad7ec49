import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { at } from './at.ts';

const DAYS_OF_COMMON_YEAR = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** One month of the real calendar. */
export interface CalendarMonth {
  readonly days: number;
  readonly hours: number;
  /** Days from the first day of month 0 to the end of this month. */
  readonly endDay: number;
}

/** The month `m` months after the start. */
export function calendarMonth(start: YearMonth, m: number): CalendarMonth {
  const days = daysInMonth(start, m);
  let endDay = 0;
  for (let month = 0; month <= m; month++) endDay += daysInMonth(start, month);
  return { days, hours: days * 24, endDay };
}

function daysInMonth(start: YearMonth, m: number): number {
  const monthsSinceYearZero = start.year * 12 + (start.month - 1) + m;
  const year = Math.floor(monthsSinceYearZero / 12);
  const monthOfYear = monthsSinceYearZero % 12;
  return at(DAYS_OF_COMMON_YEAR, monthOfYear) + (monthOfYear === 1 && isLeapYear(year) ? 1 : 0);
}

/** The Gregorian rule. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
