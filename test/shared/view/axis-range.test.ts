import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundRange, steadyRange } from '#shared/view/axis-range.ts';

const extent = fc
  .tuple(fc.double({ min: -1e6, max: 0, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([min, max]) => ({ min, max }));

describe('axis range', () => {
  it('holds what it is made for and ends on whole steps', () => {
    fc.assert(
      fc.property(extent, (reach) => {
        const { min, max, step } = roundRange(reach);
        const slack = (max - min) * 1e-6;
        expect(min).toBeLessThanOrEqual(reach.min + slack);
        expect(max).toBeGreaterThanOrEqual(reach.max - slack);
        expect(Math.abs(max / step - Math.round(max / step))).toBeLessThan(1e-6);
        expect((max - min) / step).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('stays where it is while the data stays within it', () => {
    const first = roundRange({ min: 0, max: 5 });
    expect(steadyRange(first, { min: 0, max: 4 })).toBe(first);
    expect(steadyRange(first, { min: 0, max: 3 })).toBe(first);
  });

  it('moves when the data leaves it or no longer fills it', () => {
    const first = roundRange({ min: 0, max: 5 });
    expect(steadyRange(first, { min: 0, max: 7 }).max).toBeGreaterThanOrEqual(7);
    expect(steadyRange(first, { min: 0, max: 1 }).max).toBeLessThan(first.max);
  });

  it('keeps the room of percentiles while new ones are awaited, unless hardly any of it is used', () => {
    const withBands = roundRange({ min: 0, max: 1400 });
    expect(steadyRange(withBands, { min: 0, max: 460 }, true)).toBe(withBands);
    expect(steadyRange(withBands, { min: 0, max: 460 }, false).max).toBe(600);
    expect(steadyRange(withBands, { min: 0, max: 20 }, true).max).toBeLessThan(100);
    expect(steadyRange(withBands, { min: 0, max: 2000 }, true).max).toBeGreaterThanOrEqual(2000);
  });
});
