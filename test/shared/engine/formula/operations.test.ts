import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, isTrue, isUnary, unary } from '#shared/engine/formula/operations.ts';

const number = fc.double();

describe('operations of formulas', () => {
  it('never give an infinity for finite numbers', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        for (const apply of Object.values(binary))
          expect(Math.abs(apply(a, b))).not.toBe(Number.POSITIVE_INFINITY);
        for (const apply of Object.values(unary))
          expect(Math.abs(apply(a))).not.toBe(Number.POSITIVE_INFINITY);
      }),
      { seed: 4 },
    );
  });

  it('compare as numbers do, and hold for nothing that has no answer', () => {
    const names = ['less', 'at-most', 'greater', 'at-least', 'equal', 'not-equal'] as const;
    fc.assert(
      fc.property(number, number, (a, b) => {
        const { less, greater, equal } = binary;
        const known = !Number.isNaN(a) && !Number.isNaN(b);
        expect(less(a, b) + greater(a, b) + equal(a, b)).toBe(known ? 1 : 0);
        for (const name of names) {
          expect([0, 1]).toContain(binary[name](a, b));
          expect(binary[name](Number.NaN, b)).toBe(0);
        }
      }),
      { seed: 4 },
    );
  });

  it('reason by the rules of De Morgan', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const { and, or } = binary;
        const { not } = unary;
        expect(not(and(a, b))).toBe(or(not(a), not(b)));
        expect(not(or(a, b))).toBe(and(not(a), not(b)));
      }),
      { seed: 4 },
    );
    expect([isTrue(1), isTrue(-0.5), isTrue(0), isTrue(Number.NaN)]).toEqual([true, true, false, false]);
  });

  it('have no answer where arithmetic has none', () => {
    expect(binary.divide(1, 0)).toBeNaN();
    expect(binary.power(0, -1)).toBeNaN();
    expect(unary.log(0)).toBeNaN();
    expect(unary.sqrt(-1)).toBeNaN();
    expect(unary.exp(1e4)).toBeNaN();
    expect(isUnary('negate')).toBe(true);
    expect(isUnary('add')).toBe(false);
  });
});
