import type { YearMonth } from '../plan/plan.ts';

/** The real calendar under the monthly grid. Every array has one entry per month of the horizon. */
export interface Calendar {
  /** Days of the month, leap years included. */
  readonly days: Float64Array;
  /** Hours of the month. */
  readonly hours: Float64Array;
  /** Days from the first day of month 0 to the end of the month: when the month's flows are discounted. */
  readonly endDay: Float64Array;
}

/** Lays the Gregorian calendar under the months of a horizon that starts at `start`. */
export function calendarOf(start: YearMonth, months: number): Calendar {
  const days = new Float64Array(months);
  const hours = new Float64Array(months);
  const endDay = new Float64Array(months);
  let elapsed = 0;
  for (let m = 0; m < months; m += 1) {
    const index = start.month - 1 + m;
    const length = daysInMonth(start.year + Math.floor(index / 12), (index % 12) + 1);
    elapsed += length;
    days[m] = length;
    hours[m] = length * 24;
    endDay[m] = elapsed;
  }
  return { days, hours, endDay };
}

/** Counts the days of a month (1…12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
