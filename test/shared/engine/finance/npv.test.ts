import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { npv } from '#shared/engine/finance/npv.ts';

describe('net present value', () => {
  it('is the plain sum at a rate of 0', () => {
    expect(npv(0, [1, 2, 3], [0, 100, 1000])).toBe(6);
  });

  it('divides by 1 + r after 365 days', () => {
    expect(npv(0.25, [125], [365])).toBeCloseTo(100, 12);
  });

  it('falls with the rate for flows that come later', () => {
    const rate = fc.double({ min: -0.9, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
        (a, b, flows) => {
          const days = flows.map((_, i) => 30 * (i + 1));
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(npv(high, flows, days)).toBeLessThanOrEqual(npv(low, flows, days));
        },
      ),
      { seed: 5 },
    );
  });

  it('refuses flows without days', () => {
    expect(() => npv(0.1, [1, 2], [0])).toThrow(/every flow has a day/);
  });
});
