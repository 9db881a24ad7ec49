import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { density } from '#shared/view/density.ts';

const distributions = fc.oneof(
  fc.record({
    kind: fc.constant('normal' as const),
    mean: fc.double({ min: -9, max: 9, noNaN: true }),
    sd: fc.double({ min: 0.1, max: 9, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('uniform' as const),
    low: fc.double({ min: -9, max: 0, noNaN: true }),
    high: fc.double({ min: 1, max: 9, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('pert' as const),
    low: fc.constant(0),
    mode: fc.double({ min: 1, max: 5, noNaN: true }),
    high: fc.constant(9),
  }),
) as fc.Arbitrary<Distribution>;

describe('density', () => {
  it('stays in the unit square, reaches its top, and runs from left to right', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const outline = density(distribution);
        expect(outline).not.toBeNull();
        const points = outline?.points ?? [];
        expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(1);
        points.forEach(([x, y], at) => {
          expect(x).toBeGreaterThanOrEqual(points[at - 1]?.[0] ?? 0);
          expect(x).toBeLessThanOrEqual(1);
          expect(y).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('is flat where every value is as likely, and peaks at the middle of a bell', () => {
    const flat = density({ kind: 'uniform', low: 2, high: 4 })?.points ?? [];
    expect(Math.min(...flat.map(([, y]) => y))).toBeCloseTo(1, 6);
    const bell = density({ kind: 'normal', mean: 5, sd: 1 })?.points ?? [];
    expect(bell.reduce((best, one) => (one[1] > best[1] ? one : best))[0]).toBeCloseTo(0.5, 1);
  });

  it('draws single values as they are weighted, and nothing for what is certain', () => {
    const coin = density({ kind: 'discrete', values: [0, 10], weights: [1, 3] });
    expect(coin?.isDiscrete).toBe(true);
    expect(coin?.points).toEqual([
      [0, 1 / 3],
      [1, 1],
    ]);
    expect(density({ kind: 'constant', value: 5 })).toBeNull();
  });
});
