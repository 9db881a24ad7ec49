import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawQuantile } from '#shared/engine/distribution/law-quantile.ts';
import { lawTails } from '#shared/engine/distribution/law-tails.ts';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { continuousDistributions } from '../../../support/arbitrary-distribution.ts';

function lawOf(distribution: Distribution) {
  const law = prepareLaw(distribution);
  if (!law.ok) throw new Error(law.error);
  return law.value;
}

describe('lawTails', () => {
  it('is the inverse of the quantile function, truncated or not', () => {
    fc.assert(
      fc.property(
        continuousDistributions,
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        (distribution, probability) => {
          const law = lawOf(distribution);
          const tails = lawTails(law, lawQuantile(law, probability, 1 - probability));
          expect(Math.abs(tails.lower - probability)).toBeLessThan(1e-7);
          expect(Math.abs(tails.lower + tails.upper - 1)).toBeLessThan(1e-12);
        },
      ),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('rises from nothing to all', () => {
    fc.assert(
      fc.property(
        continuousDistributions,
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (distribution, value, further) => {
          const law = lawOf(distribution);
          const first = lawTails(law, value).lower;
          expect(first).toBeGreaterThanOrEqual(0);
          expect(lawTails(law, value + further).lower).toBeGreaterThanOrEqual(first - 1e-12);
          expect(lawTails(law, Number.NEGATIVE_INFINITY).lower).toBe(0);
          expect(lawTails(law, Number.POSITIVE_INFINITY).lower).toBe(1);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it('jumps at single values', () => {
    const coin = lawOf({ kind: 'discrete', values: [10, 0], weights: [3, 1] });
    const steps = [-1, 0, 5, 10].map((value) => lawTails(coin, value).lower);
    [0, 0.25, 0.25, 1].forEach((expected, at) => {
      expect(steps[at]).toBeCloseTo(expected, 12);
    });
    const certain = lawOf({ kind: 'constant', value: 2 });
    expect([1, 2, 3].map((value) => lawTails(certain, value).lower)).toEqual([0, 1, 1]);
  });
});
