import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateSpelling, isWholeDate } from '../../../renderer/state/date-spelling.ts';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const days = fc
  .tuple(months, fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`);

describe('dateSpelling', () => {
  it('keeps months months and days days, whatever the date', () => {
    fc.assert(fc.property(months, (text) => dateSpelling(text) === 'month' && isWholeDate(text, 'month')));
    fc.assert(fc.property(days, (text) => dateSpelling(text) === 'date' && isWholeDate(text, 'date')));
    fc.assert(fc.property(days, (text) => !isWholeDate(text, 'month')));
  });

  it('leaves words to the words', () => {
    for (const text of ['unknown', 'pert(2026-01, 2026-04, 2027-01)', '2026', '2026-13', '2026-04-32', '']) {
      expect(dateSpelling(text)).toBeNull();
    }
  });

  it('waits until a year is whole', () => {
    for (const picked of ['', '0002-04', '0202-04']) expect(isWholeDate(picked, 'month')).toBe(false);
    expect(isWholeDate('2026-04', 'month')).toBe(true);
  });
});
