import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '#shared/scenario/shares/apportion.ts';

const sum = (parts: readonly number[]) => parts.reduce((running, part) => running + part, 0);

describe('apportion', () => {
  it('gives away exactly the total, each part within one unit of its quota', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 100_000_000 }),
        (weights, total) => {
          const parts = apportion(weights, total);
          expect(sum(parts)).toBe(total);
          const all = sum(weights);
          parts.forEach((part, at) => {
            const quota = all > 0 ? (total * (weights[at] ?? 0)) / all : total / weights.length;
            expect(Number.isInteger(part) && part >= 0).toBe(true);
            expect(Math.abs(part - quota)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('leaves alone what adds up already', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 9 }), (weights) => {
        fc.pre(sum(weights) > 0);
        expect(apportion(weights, sum(weights))).toEqual(weights);
      }),
      { seed: 20261121 },
    );
  });

  it('gives the units left over to the largest remainders, the first of equals first', () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([50, 31, 19], 10)).toEqual([5, 3, 2]);
    expect(apportion([0, 0], 5)).toEqual([3, 2]);
    expect(apportion([7], 0)).toEqual([0]);
  });
});
