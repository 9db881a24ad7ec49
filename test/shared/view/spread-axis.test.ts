import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import { spreadAxis } from '#shared/view/spread-axis.ts';
import { continuousDistributions } from '../../support/arbitrary-distribution.ts';

describe('spreadAxis', () => {
  it('shows nearly all of a distribution and every mark, with room beside them', () => {
    fc.assert(
      fc.property(continuousDistributions, fc.double({ min: -90, max: 90, noNaN: true }), (law, mark) => {
        const axis = spreadAxis(law, [mark], null);
        expect(axis).not.toBeNull();
        for (const shown of [mark, quantile(law, 0.01), quantile(law, 0.99)]) {
          expect(axis?.low).toBeLessThan(shown);
          expect(axis?.high).toBeGreaterThan(shown);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('stays inside the range of the field', () => {
    const axis = spreadAxis({ kind: 'uniform', low: 0.1, high: 0.95 }, [0.1, 0.95], { min: 0, max: 1 });
    expect(axis).toEqual({ low: 0, high: 1 });
  });

  it('has nothing to show of one value without marks', () => {
    expect(spreadAxis({ kind: 'constant', value: 5 }, [], null)).toBeNull();
  });
});
