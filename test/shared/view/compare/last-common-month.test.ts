import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthAfter } from '#shared/view/calendar.ts';
import { lastCommonMonth } from '#shared/view/compare/last-common-month.ts';

it('is the last month of one projection and beyond the last of none', () => {
  const stretch = fc.record({
    start: fc.record({ year: fc.integer({ min: 2020, max: 2035 }), month: fc.integer({ min: 1, max: 12 }) }),
    months: fc.integer({ min: 1, max: 360 }),
  });
  const code = ({ year, month }: { year: number; month: number }) => year * 12 + month;
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (all) => {
      const last = lastCommonMonth(all);
      const ends = all.map(({ start, months }) => monthAfter(start, months - 1));
      expect(ends).toContainEqual(last);
      for (const end of ends) expect(code(last)).toBeLessThanOrEqual(code(end));
    }),
    { seed: 7 },
  );
});
