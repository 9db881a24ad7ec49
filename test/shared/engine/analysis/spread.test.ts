import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '#shared/engine/analysis/spread.ts';

const figures = fc.float64Array({
  minLength: 1,
  maxLength: 400,
  noDefaultInfinity: true,
  min: -1e6,
  max: 1e6,
});

/** Type 7 by its definition, from a whole sort. */
function type7(samples: Float64Array, probability: number): number {
  const sorted = samples.filter((value) => !Number.isNaN(value)).sort();
  const rank = probability * (sorted.length - 1);
  const [below = Number.NaN, above = below] = sorted.subarray(Math.floor(rank), Math.floor(rank) + 2);
  return below + (rank - Math.floor(rank)) * (above - below);
}

describe('the spread of a figure over draws', () => {
  it('is its percentiles of type 7 among the draws that answer', () => {
    fc.assert(
      fc.property(figures, (samples) => {
        const spread = spreadOf(samples);
        const answers = samples.filter((value) => !Number.isNaN(value)).length;
        expect(spread.answered).toBe(answers / samples.length);
        for (const [found, probability] of [
          [spread.p10, 0.1],
          [spread.p50, 0.5],
          [spread.p90, 0.9],
        ] as const) {
          if (answers === 0) expect(found).toBeNaN();
          else expect(found).toBeCloseTo(type7(samples, probability), 6);
        }
      }),
      { seed: 20261121 },
    );
  });
});
