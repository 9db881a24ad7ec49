import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns } from '#shared/contract/packed-columns.ts';

const figure = fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1), fc.double());
const columns = fc
  .tuple(fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), fc.array(fc.nat(5)))
  .map(([some, again]) => [...some, ...again.flatMap((at) => (some[at] ? [some[at]] : []))])
  .map((all) => all.flatMap((one) => (one[0] === 1 ? [one, runningSum(one)] : [one])))
  .map((all) => all.map((one) => Float64Array.from(one)));

/** What adds up, so that some columns are the sum of the one before them. */
function runningSum(values: readonly number[]): number[] {
  return values.map((_, at) => values.slice(0, at + 1).reduce((sum, value) => sum + value, 0));
}

/** The bits of numbers, so that −0 is not 0. */
const bits = (values: Float64Array): readonly bigint[] => [
  ...new BigUint64Array(values.buffer, values.byteOffset, values.length),
];

describe('packed columns', () => {
  it('come back bit for bit, each that there is having travelled once at most', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const packed = packColumns(all, 3);
        expect(unpackColumns(packed, 3).map(bits)).toEqual(all.map(bits));
        const distinct = new Map(all.map((one) => [bits(one).join(), bits(one)]));
        expect(new Set(packed.places).size).toBe(distinct.size);
        const sums = packed.sums.filter((part) => part >= 0).length;
        expect(packed.values.length).toBe(3 * (distinct.size - sums));
      }),
      { seed: 1 },
    );
  });

  it('keep the bits of numbers that are none', () => {
    const odd = new Float64Array(BigUint64Array.of(0x7ff8_0000_0000_0001n, 0x7ff8_0000_0000_0002n).buffer);
    const [back] = unpackColumns(packColumns([odd], 2), 2);
    expect(back && bits(back)).toEqual(bits(odd));
  });

  it('come back in any number and of any length, also none', () => {
    for (const [count, length] of [
      [0, 3],
      [1, 1],
      [5, 0],
      [3, 17],
    ] as const) {
      const all = Array.from({ length: count }, (_, at) => new Float64Array(length).fill(at / 3));
      expect(unpackColumns(packColumns(all, length), length).map(bits)).toEqual(all.map(bits));
    }
  });

  it('are not read where numbers, sums or places are missing', () => {
    const packed = packColumns([Float64Array.of(1, 2, 3)], 3);
    expect(() => unpackColumns({ ...packed, values: packed.values.subarray(1) }, 3)).toThrow(/every column/);
    expect(() => unpackColumns({ ...packed, sums: Int32Array.of() }, 3)).toThrow(/every column/);
    expect(() => unpackColumns({ ...packed, sums: Int32Array.of(-1, 2) }, 3)).toThrow(/a sum follows/);
    expect(() => unpackColumns({ ...packed, places: Uint32Array.of(1) }, 3)).toThrow(/every place/);
  });

  it('leave out the sum of the column before, and no other', () => {
    const flow = Float64Array.of(0.1, 0.2, 0.3, -0.1);
    const sum = Float64Array.of(0.1, 0.1 + 0.2, 0.1 + 0.2 + 0.3, 0.1 + 0.2 + 0.3 - 0.1);
    const nearly = Float64Array.of(0.1, 0.3, 0.6, 0.5);
    const [endless, itsSum] = [Float64Array.of(1, 2, 3, Infinity), Float64Array.of(1, 3, 6, Infinity)];
    const all = [flow, sum, nearly, sum, flow, endless, itsSum];
    const packed = packColumns(all, 4);
    expect([...packed.sums]).toEqual([-1, 0, -1, -1, -1]);
    expect(packed.values.length).toBe(16);
    expect(unpackColumns(packed, 4).map(bits)).toEqual(all.map(bits));
  });

  it('are told apart where their marks are one', () => {
    // Of so few words only the first is looked at for a mark.
    const words = (...of: number[]) => new Float64Array(Uint32Array.from(of).buffer);
    const all = [words(1, 0), words(1, 31), words(1, 0)];
    expect(unpackColumns(packColumns(all, 1), 1).map(bits)).toEqual(all.map(bits));
    expect([...packColumns(all, 1).places]).toEqual([0, 1, 0]);
  });

  it('are not packed where they differ in length', () => {
    expect(() => packColumns([new Float64Array(3), new Float64Array(2)], 3)).toThrow(/one length/);
  });
});
