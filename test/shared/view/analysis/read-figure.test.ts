import { describe, expect, it } from 'vitest';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { figureText } from '#shared/view/analysis/about.ts';
import { readFigure } from '#shared/view/analysis/read-figure.ts';
import { monthAfter, monthCode, monthLabel } from '#shared/view/calendar.ts';

const start = { year: 2026, month: 4 };
const measure = (unit: string, more: Partial<MeasureInfo> = {}) => {
  const info: MeasureInfo = { id: 'x', label: 'X', unit, kind: 'outcome', meaning: '', formula: '', ...more };
  return { info, start };
};

describe('a figure that is typed', () => {
  it('is in the unit of the measure, and another one is refused', () => {
    expect(readFigure('$8B', measure('USD'))).toEqual({ ok: true, value: 8e9 });
    expect(readFigure('2 GW', measure('MW'))).toEqual({ ok: true, value: 2000 });
    expect(readFigure('2 GW', measure('USD'))).toMatchObject({ ok: false });
  });

  it('is the month that is then shown, whether measures give its beginning or its end', () => {
    for (const about of [measure('month'), measure('month', { isBeginning: true })]) {
      for (const after of [0, 1, 8, 9, 143]) {
        const month = monthAfter(start, after);
        const read = readFigure(monthCode(month), about);
        expect(read.ok && figureText(about, read.value)).toBe(monthLabel(month));
      }
    }
  });

  it('is a day where one is named', () => {
    const read = readFigure('2026-05-16', measure('month'));
    expect(read.ok && read.value).toBeGreaterThan(1);
    expect(read.ok && read.value).toBeLessThan(2);
  });
});
