import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as operations from '#shared/engine/formula/operations.ts';

const { isTrue, isUnary } = operations;

const number = fc.double();

/** The operations on one number each. */
const unary = mapValues(operations.unary, (apply) => (a: number): number => {
  const lanes = Float64Array.of(a);
  apply(lanes);
  return lanes[0] ?? Number.NaN;
});
const binary = mapValues(operations.binary, (apply) => (a: number, b: number): number => {
  const lanes = Float64Array.of(a);
  apply(lanes, Float64Array.of(b));
  return lanes[0] ?? Number.NaN;
});

function mapValues<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  change: (value: A) => B,
): Record<K, B> {
  const keys = Object.keys(record) as K[];
  return Object.fromEntries(keys.map((key) => [key, change(record[key])])) as Record<K, B>;
}

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
