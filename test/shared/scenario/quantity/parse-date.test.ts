import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, formatDate, monthsSince, parseDate } from '#shared/scenario/quantity/parse-date.ts';

fc.configureGlobal({ seed: 20261120 });

const start = { year: 2026, month: 4 };
const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });

describe('dates', () => {
  it('are real days exactly where the calendar has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 32 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const real = new Date(Date.UTC(year, month - 1, day));
          const isReal = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
          expect(parseDate(text)).toEqual(isReal ? { year, month, day } : null);
        },
      ),
    );
  });

  it('come back from their months, to the day', () => {
    fc.assert(
      fc.property(days, (when) => {
        const text = when.toISOString().slice(0, 10);
        const date = parseDate(text);
        expect(date).not.toBeNull();
        if (date === null) return;
        expect(dateAt(start, monthsSince(start, date))).toEqual(date);
        expect(parseDate(formatDate(date))).toEqual(date);
      }),
    );
  });

  it('grow with time', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [x, y] = [a, b].map((when) => {
          const date = parseDate(when.toISOString().slice(0, 10));
          return date === null ? Number.NaN : monthsSince(start, date);
        });
        const [dayA, dayB] = [a, b].map((when) => Math.floor(when.getTime() / 86_400_000));
        expect(Math.sign((x ?? 0) - (y ?? 0))).toBe(Math.sign((dayA ?? 0) - (dayB ?? 0)));
      }),
    );
  });

  it.each([
    ['2026-04', 0],
    ['2026-04-16', 0.5],
    ['2026-Q2', 0],
    ['2026-Q4', 6],
    ['2027', 9],
    ['2025-12', -4],
  ])('count months from the start: %s', (text, months) => {
    const date = parseDate(text);
    expect(date === null ? null : monthsSince(start, date)).toBe(months);
  });

  it.each([
    '26-04',
    '2026-4',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2026-Q5',
    '2026-04-',
    '20260',
    '2026-04-20T10',
  ])('refuse %s', (text) => expect(parseDate(text)).toBeNull());
});
