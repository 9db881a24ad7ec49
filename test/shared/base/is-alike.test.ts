import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike } from '#shared/base/is-alike.ts';

const plain = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, undefined, true, Number.NaN, 0, 1, '', 'a'),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('data'), { noNullPrototype: true }),
  ),
})).data;

describe('isAlike', () => {
  it('finds a piece of data like its copy, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), plain, { noNullPrototype: true }), (data) => {
        const copy = Object.fromEntries(Object.entries(structuredClone(data)).reverse());
        expect(isAlike(data, copy)).toBe(true);
      }),
      { seed: 20261121 },
    );
  });

  it('says of any two pieces of data what the machine says of them', () => {
    let alike = 0;
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(isAlike(a, b)).toBe(isDeepStrictEqual(a, b));
        if (isAlike(a, b)) alike += 1;
      }),
      { seed: 20261121, numRuns: 5000 },
    );
    expect(alike).toBeGreaterThan(50);
  });
});
