import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthEndingAt, type Period, periodAt, timeline } from '#shared/view/timeline.ts';

const start = fc.record({
  year: fc.integer({ min: 2000, max: 2060 }),
  month: fc.integer({ min: 1, max: 12 }),
});
const period = fc.constantFrom<Period>('month', 'quarter', 'year');
const months = fc.integer({ min: 1, max: 360 });

describe('timeline', () => {
  it('cuts a horizon into periods that follow one another without a gap and cover it whole', () => {
    fc.assert(
      fc.property(start, months, period, (from, length, cut) => {
        const line = timeline(from, length, cut);
        expect(line.first[0]).toBe(0);
        expect(line.last[line.last.length - 1]).toBe(length - 1);
        line.first.slice(1).forEach((first, at) => {
          expect(first).toBe((line.last[at] ?? Number.NaN) + 1);
        });
        expect(new Set(line.codes).size).toBe(line.codes.length);
      }),
    );
  });

  it('finds the period of every month', () => {
    fc.assert(
      fc.property(
        start,
        months,
        period,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, length, cut, share) => {
          const line = timeline(from, length, cut);
          const month = Math.floor(share * (length - 1));
          const at = periodAt(line, month + 1);
          expect(line.first[at]).toBeLessThanOrEqual(month);
          expect(line.last[at]).toBeGreaterThanOrEqual(month);
        },
      ),
    );
  });

  it('names quarters and years by the calendar, also where the horizon starts within one', () => {
    expect(timeline({ year: 2026, month: 4 }, 12, 'quarter').labels).toEqual([
      'Q2 2026',
      'Q3 2026',
      'Q4 2026',
      'Q1 2027',
    ]);
    expect(timeline({ year: 2026, month: 4 }, 12, 'year').labels).toEqual(['2026', '2027']);
    expect(timeline({ year: 2026, month: 4 }, 2, 'month').codes).toEqual(['2026-04', '2026-05']);
  });

  it('finds for a point of the axis the month that ends there or holds it', () => {
    expect([0, 0.5, 1, 1.01, 12].map(monthEndingAt)).toEqual([0, 0, 0, 1, 11]);
  });
});
