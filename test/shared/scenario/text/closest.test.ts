import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, slipsBetween } from '#shared/scenario/text/closest.ts';

fc.configureGlobal({ seed: 20261120 });

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

/** The definition, without remembering anything. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    slowly(x, b) + 1,
    slowly(a, y) + 1,
    slowly(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwap ? slowly(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

describe('slipsBetween', () => {
  it('agrees with the plain recursive definition', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(slipsBetween(a, b)).toBe(slowly(a, b));
      }),
      { numRuns: 60 },
    );
  });

  it('stops beyond the limit and never below it', () => {
    fc.assert(
      fc.property(words, words, fc.nat(4), (a, b, limit) => {
        expect(Math.min(slipsBetween(a, b, limit), limit + 1)).toBe(Math.min(slipsBetween(a, b), limit + 1));
      }),
    );
  });
});

describe('closest', () => {
  it('finds a word with one slip in it', () => {
    expect(closest('energsie', ['energise', 'ramp', 'slip'])).toBe('energise');
    expect(closest('POWER', ['power'])).toBe('power');
  });

  it('prefers to say nothing over a far guess', () => {
    expect(closest('xyz', ['capacity', 'mix'])).toBeNull();
    expect(closest('', ['capacity'])).toBeNull();
  });
});
