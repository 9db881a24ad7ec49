import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import { median, quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { reference } from '../numeric/reference.ts';

/** What an error is measured by: the distance from the nearer end of the law, or its standard deviation where it has none. */
function scaleOf(distribution: Record<string, unknown>, value: number): number {
  if (distribution['kind'] === 'normal') return Math.max(Math.abs(value), Number(distribution['sd']));
  const low = Number(distribution['low'] ?? 0);
  const high = Number(distribution['high'] ?? Number.POSITIVE_INFINITY);
  return Math.min(Math.abs(value - low), high - value);
}

describe('quantiles of every kind of distribution', () => {
  for (const { distribution, at } of reference.quantile) {
    it(`agrees with the reference: ${JSON.stringify(distribution)}`, () => {
      for (const [p, expected] of at) {
        const actual = quantile(distribution as Distribution, Number(p));
        const value = Number(expected);
        expect(Math.abs(actual - value), `at ${p}: ${actual} for ${expected}`).toBeLessThanOrEqual(
          1e-12 * scaleOf(distribution, value) + 2.3e-16 * Math.abs(value),
        );
      }
    });
  }

  it('takes the smallest value that reaches the probability for a list of values', () => {
    const distribution: Distribution = { kind: 'discrete', values: [8, 4, 6], weights: [3, 1, 0] };
    expect(quantile(distribution, 0.1)).toBe(4);
    expect(quantile(distribution, 0.25)).toBe(4);
    expect(quantile(distribution, 0.2500001)).toBe(8);
    expect(median(distribution)).toBe(8);
    expect(median({ kind: 'discrete', values: [0, 1], weights: [0.5, 0.5] })).toBe(0);
    const tenths = Array.from({ length: 10 }, (_, index) => index + 1);
    expect(median({ kind: 'discrete', values: tenths, weights: tenths.map(() => 0.1) })).toBe(5);
  });

  it('rises with the probability and stays inside the bounds', () => {
    const bounded = fc.record({
      low: fc.double({ min: -50, max: 0, noNaN: true }),
      rise: fc.double({ min: 0.1, max: 60, noNaN: true }),
      fall: fc.double({ min: 0.1, max: 60, noNaN: true }),
      one: fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
      two: fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
      kind: fc.constantFrom('pert' as const, 'triangular' as const),
    });
    fc.assert(
      fc.property(bounded, ({ low, rise, fall, one, two, kind }) => {
        const [mode, high] = [low + rise, low + rise + fall];
        const distribution: Distribution = { kind, low, mode, high, atMost: low + rise };
        const [a, b] = [
          quantile(distribution, Math.min(one, two)),
          quantile(distribution, Math.max(one, two)),
        ];
        expect(a).toBeGreaterThanOrEqual(low);
        expect(b).toBeLessThanOrEqual(mode);
        expect(b - a).toBeGreaterThanOrEqual(-1e-12 * (high - low));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('turns a law without spread into its value', () => {
    expect(quantile({ kind: 'normal', mean: 3, sd: 0 }, 0.9)).toBe(3);
    expect(quantile({ kind: 'pert', low: 2, mode: 2, high: 2 }, 0.1)).toBe(2);
    expect(quantile({ kind: 'uniform', low: 0, high: 9, atLeast: 9 }, 0.1)).toBe(9);
  });
});

describe('what is refused, and how it is said', () => {
  const cases: [Distribution, RegExp][] = [
    [{ kind: 'normal', mean: 0, sd: -1 }, /sd -1.*at least 0/],
    [{ kind: 'normal', mean: Number.NaN, sd: 1 }, /mean NaN.*finite/],
    [{ kind: 'uniform', low: 3, high: 1 }, /low 3 above high 1/],
    [{ kind: 'pert', low: 0, mode: 5, high: 4 }, /mode 5.*between low 0 and high 4/],
    [{ kind: 'beta', alpha: 0, beta: 1, low: 0, high: 1 }, /alpha 0.*above 0/],
    [{ kind: 'discrete', values: [1, 2], weights: [1] }, /2 values but 1 weights/],
    [{ kind: 'discrete', values: [1], weights: [0] }, /no weight above 0/],
    [{ kind: 'uniform', low: 0, high: 1, atLeast: 2 }, /no probability where it is at least 2/],
    [{ kind: 'normal', mean: 0, sd: 1, atLeast: 60 }, /no probability/],
    [{ kind: 'normal', mean: 0, sd: 1, atLeast: 2, atMost: 1 }, /lower bound of 2 above/],
  ];
  for (const [distribution, message] of cases) {
    it(JSON.stringify(distribution), () => {
      const outcome = prepareLaw(distribution);
      expect(outcome.ok).toBe(false);
      if (!outcome.ok) expect(outcome.error).toMatch(message);
      expect(quantile(distribution, 0.5)).toBeNaN();
    });
  }
});
