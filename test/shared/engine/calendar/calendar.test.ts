import { describe, expect, it } from 'vitest';
import { calendarOf, daysInMonth } from '#shared/engine/calendar/calendar.ts';

describe('the calendar', () => {
  it('agrees with the platform’s calendar for 360 months from any start', () => {
    for (const start of [
      { year: 2026, month: 4 },
      { year: 1999, month: 12 },
      { year: 2096, month: 1 },
    ]) {
      const { days, hours, endDay } = calendarOf(start, 360);
      for (let m = 0; m < 360; m += 1) {
        const first = Date.UTC(start.year, start.month - 1 + m, 1);
        const next = Date.UTC(start.year, start.month + m, 1);
        expect(days[m]).toBe((next - first) / 86_400_000);
        expect(hours[m]).toBe((days[m] ?? 0) * 24);
        expect(endDay[m]).toBe((next - Date.UTC(start.year, start.month - 1, 1)) / 86_400_000);
      }
    }
  });

  it('knows the leap years of the Gregorian rule', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28]);
  });
});
