import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRange } from '#shared/engine/numeric/sort-range.ts';

const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

describe('sorting a stretch', () => {
  it('gives the bits of the sort of the runtime, whatever its length, and touches nothing beside it', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.nat(), fc.nat(), (list, one, other) => {
        const [from, to] = [one % (list.length + 1), other % (list.length + 1)].sort((a, b) => a - b);
        const sorted = Float64Array.from(list);
        const expected = Float64Array.from(list);
        expected.subarray(from, to).sort();
        sortRange(sorted, from ?? 0, to ?? 0);
        // toEqual tells -0 from 0.
        expect([...sorted]).toEqual([...expected]);
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});
