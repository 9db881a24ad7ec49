import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irr } from '#shared/engine/finance/irr.ts';
import { npv } from '#shared/engine/finance/npv.ts';

/** Days from the first date, as Excel counts them. */
function daysFrom(first: string, dates: readonly string[]): readonly number[] {
  return dates.map((date) => (Date.parse(date) - Date.parse(first)) / 86_400_000);
}

/** The example in Microsoft's documentation of XNPV and XIRR. */
const flows = [-10_000, 2_750, 4_250, 3_250, 2_750];
const days = daysFrom('2008-01-01', ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01']);

describe('Excel’s documented example', () => {
  it('has the net present value 2,086.65 at 9 % (support.microsoft.com, XNPV function)', () => {
    expect(npv(0.09, flows, days)).toBeCloseTo(2086.647602, 6);
  });

  it('has the internal rate 37.34 % (support.microsoft.com, XIRR function)', () => {
    const found = irr(flows, days);
    if (found.kind !== 'one') throw new Error(`expected one rate, got ${found.kind}`);
    // Excel prints 0.373362535 and stops its iteration at a precision of 1e-8.
    expect(Math.abs(found.rate - 0.373362535)).toBeLessThan(2e-8);
    expect(npv(found.rate, flows, days)).toBeCloseTo(0, 8);
  });
});

describe('internal rates', () => {
  const yearly = [0, 365, 730, 1095];

  it('do not exist for flows of one sign or for none', () => {
    expect(irr([1, 2, 3, 4], yearly)).toEqual({ kind: 'none' });
    expect(irr([0, 0, 0, 0], yearly)).toEqual({ kind: 'none' });
    expect(irr([], [])).toEqual({ kind: 'none' });
  });

  it('do not exist where the present value never reaches 0', () => {
    // 1 − 2x + 2x² has no real root.
    expect(irr([1, -2, 2], yearly.slice(0, 3))).toEqual({ kind: 'none' });
  });

  it('are all found where there are several', () => {
    // (1.1x − 1)(1.2x − 1)(1.3x − 1), x the discount factor of a year: rates 10 %, 20 % and 30 %.
    const found = irr([-1, 3.6, -4.31, 1.716], yearly);
    if (found.kind !== 'several') throw new Error(`expected several rates, got ${found.kind}`);
    expect(found.rates.length).toBe(3);
    for (const [i, rate] of [0.1, 0.2, 0.3].entries()) expect(found.rates[i]).toBeCloseTo(rate, 9);
  });

  it('zero the present value of any investment that pays', () => {
    const amount = fc.double({ min: 0.01, max: 1e10, noNaN: true });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 40 }), (paid, back) => {
        const all = [-paid, ...back];
        const at = all.map((_, i) => i * 30.4);
        const found = irr(all, at);
        if (found.kind === 'none') {
          // Outside −99 % … 10,000 %: the present value keeps its sign at both ends.
          expect(Math.sign(npv(-0.99, all, at))).toBe(Math.sign(npv(100, all, at)));
          return;
        }
        if (found.kind !== 'one') throw new Error('one change of sign has one rate');
        const size = all.reduce(
          (sum, v, i) => sum + Math.abs(v) * (1 + found.rate) ** (-(at[i] ?? 0) / 365),
          0,
        );
        expect(Math.abs(npv(found.rate, all, at))).toBeLessThanOrEqual(1e-11 * size);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
