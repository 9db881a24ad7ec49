import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import { densityBetween } from '#shared/view/density-between.ts';
import { continuousDistributions } from '../../support/arbitrary-distribution.ts';

describe('densityBetween', () => {
  it('has the share of its area below a percentile that the percentile names', () => {
    fc.assert(
      fc.property(continuousDistributions, (distribution) => {
        const [low, high] = [quantile(distribution, 1e-6), quantile(distribution, 1 - 1e-6)];
        const points = densityBetween(distribution, low, high)?.points ?? [];
        expect(points.length).toBeGreaterThan(50);
        const total = points.reduce((sum, [, y]) => sum + y, 0);
        for (const share of [0.1, 0.5, 0.9]) {
          const at = (quantile(distribution, share) - low) / (high - low);
          const below = points.filter(([x]) => x < at).reduce((sum, [, y]) => sum + y, 0);
          // The slice in which the percentile lies may count or not.
          const slice = Math.max(...points.map(([, y]) => y)) / total;
          expect(Math.abs(below / total - share)).toBeLessThanOrEqual(slice + 1e-4);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('is nothing outside of where values can lie, and reaches its top', () => {
    const points = densityBetween({ kind: 'uniform', low: 2, high: 4 }, 0, 8)?.points ?? [];
    expect(points.filter(([x]) => x < 0.24 || x > 0.51).every(([, y]) => y === 0)).toBe(true);
    expect(Math.max(...points.map(([, y]) => y))).toBe(1);
  });

  it('draws single values as they are weighted, and nothing for what is certain or cannot be', () => {
    const coin = densityBetween({ kind: 'discrete', values: [0, 10], weights: [1, 3] }, 0, 20);
    expect(coin).toEqual({
      points: [
        [0, 1 / 3],
        [0.5, 1],
      ],
      isDiscrete: true,
    });
    expect(densityBetween({ kind: 'constant', value: 5 }, 0, 10)).toBeNull();
    expect(densityBetween({ kind: 'uniform', low: 4, high: 2 }, 0, 10)).toBeNull();
    expect(densityBetween({ kind: 'uniform', low: 2, high: 4 }, 10, 20)).toBeNull();
  });
});
