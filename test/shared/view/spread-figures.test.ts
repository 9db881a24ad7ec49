import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadFigures } from '#shared/view/spread-figures.ts';
import { continuousDistributions } from '../../support/arbitrary-distribution.ts';

describe('spreadFigures', () => {
  it('rises from the tenth to the ninetieth percentile', () => {
    fc.assert(
      fc.property(continuousDistributions, (distribution) => {
        const { p10, p50, p90 } = spreadFigures(distribution);
        expect(p10).toBeLessThan(p50);
        expect(p50).toBeLessThan(p90);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('is what one works out by hand for a uniform law, and the value itself for a certain one', () => {
    const flat = spreadFigures({ kind: 'uniform', low: 10, high: 20 });
    expect([flat.p10, flat.p50, flat.p90, flat.mean].map((one) => Number(one.toFixed(9)))).toEqual([
      11, 15, 19, 15,
    ]);
    expect(spreadFigures({ kind: 'constant', value: 5 })).toEqual({ p10: 5, p50: 5, p90: 5, mean: 5 });
  });
});
