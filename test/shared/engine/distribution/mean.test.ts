import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '#shared/engine/distribution/mean.ts';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { continuousDistributions } from '../../../support/arbitrary-distribution.ts';

/** The mean of a law as textbooks give it. */
function closedForm(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'normal':
      return distribution.mean;
    case 'lognormal':
      return Math.exp(distribution.mu + distribution.sigma ** 2 / 2);
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'triangular':
      return (distribution.low + distribution.mode + distribution.high) / 3;
    case 'pert':
      return (distribution.low + 4 * distribution.mode + distribution.high) / 6;
    case 'beta': {
      const { alpha, beta, low, high } = distribution;
      return low + ((high - low) * alpha) / (alpha + beta);
    }
    case 'discrete': {
      const total = distribution.weights.reduce((sum, weight) => sum + weight, 0);
      return distribution.values.reduce(
        (sum, value, at) => sum + (value * (distribution.weights[at] ?? 0)) / total,
        0,
      );
    }
  }
}

function isWhole(distribution: Distribution): boolean {
  return !('atLeast' in distribution || 'atMost' in distribution);
}

describe('mean', () => {
  it('is that of the textbook for every law that is not cut', () => {
    fc.assert(
      fc.property(continuousDistributions.filter(isWhole), (distribution) => {
        const width = quantile(distribution, 0.95) - quantile(distribution, 0.05);
        const error = Math.abs(mean(distribution) - closedForm(distribution));
        expect(error, JSON.stringify(distribution)).toBeLessThan(2e-4 * width);
      }),
      { seed: 20261121, numRuns: 600 },
    );
  });

  it('follows a bound: what is cut off above pulls it down', () => {
    fc.assert(
      fc.property(continuousDistributions.filter(isWhole), (distribution) => {
        const atMost = quantile(distribution, 0.6);
        const cut = { ...distribution, atMost } as Distribution;
        expect(mean(cut)).toBeLessThan(mean(distribution));
        expect(mean(cut)).toBeLessThan(atMost);
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it('weighs single values, and has no answer for what is not valid', () => {
    expect(mean({ kind: 'discrete', values: [4, 8], weights: [1, 3] })).toBeCloseTo(7, 12);
    expect(mean({ kind: 'constant', value: 5 })).toBe(5);
    expect(mean({ kind: 'uniform', low: 4, high: 2 })).toBeNaN();
  });
});
