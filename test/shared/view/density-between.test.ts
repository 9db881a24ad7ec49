import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import { densityBetween } from '#shared/view/density-between.ts';
import { continuousDistributions } from '../../support/arbitrary-distribution.ts';

describe('densityBetween', () => {
  it('has the share of its area below a percentile that the percentile names', () => {
    fc.assert(
      fc.property(continuousDistributions, (distribution) => {
        // A beta with a shape below 1 rises without end; no outline has its area.
        fc.pre(distribution.kind !== 'beta' || (distribution.alpha >= 1 && distribution.beta >= 1));
        const [low, high] = [quantile(distribution, 0.005), quantile(distribution, 0.995)];
        const points = densityBetween(distribution, low, high)?.points ?? [];
        expect(points.length).toBeGreaterThan(50);
        // The area under the outline by trapezoids, as the eye takes it.
        const area = (until: number) =>
          points.reduce((sum, [x, y], at) => {
            const [before, height] = points[at - 1] ?? [0, y];
            const end = Math.min(x, until);
            return end > before ? sum + ((y + height) / 2) * (end - before) : sum;
          }, 0);
        for (const share of [0.1, 0.5, 0.9]) {
          const at = (quantile(distribution, share) - low) / (high - low);
          expect(Math.abs(area(at) / area(1) - (share - 0.005) / 0.99)).toBeLessThan(0.02);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('is nothing outside of where values can lie, and reaches its top', () => {
    const points = densityBetween({ kind: 'uniform', low: 2, high: 4 }, 0, 8)?.points ?? [];
    expect(points.filter(([x]) => x < 0.25 || x > 0.5).every(([, y]) => y === 0)).toBe(true);
    expect(points.filter(([x]) => x > 0.25 && x < 0.5).every(([, y]) => y > 0.999)).toBe(true);
    expect(points).toContainEqual([0.25, 1]);
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
