import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns } from '#shared/contract/packed-columns.ts';

const figure = fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1), fc.double());
const columns = fc
  .tuple(fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), fc.array(fc.nat(5)))
  .map(([some, again]) => [...some, ...again.flatMap((at) => (some[at] ? [some[at]] : []))])
  .map((all) => all.map((one) => Float64Array.from(one)));

/** The bits of numbers, so that −0 is not 0. */
const bits = (values: Float64Array): readonly bigint[] => [
  ...new BigUint64Array(values.buffer, values.byteOffset, values.length),
];

describe('packed columns', () => {
  it('come back bit for bit, each that there is having travelled once, and in it each number once while it stays', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const packed = packColumns(all, 3);
        expect(unpackColumns(packed, 3).map(bits)).toEqual(all.map(bits));
        const distinct = new Map(all.map((one) => [bits(one).join(), bits(one)]));
        expect(new Set(packed.places).size).toBe(distinct.size);
        const changes = [...distinct.values()].map(
          (one) => one.filter((own, at) => own !== one[at - 1]).length,
        );
        expect(packed.values.length).toBe(changes.reduce((sum, count) => sum + count, 0));
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

  it('are not read where numbers or marks are missing', () => {
    const packed = packColumns([Float64Array.of(1, 2, 3)], 3);
    expect(() => unpackColumns({ ...packed, values: packed.values.subarray(1) }, 3)).toThrow(/every change/);
    expect(() => unpackColumns({ ...packed, changes: new Uint8Array(0) }, 3)).toThrow(/every column/);
  });

  it('are told apart where their marks are one', () => {
    // 31 of one place weigh what 1 of the place before does.
    const words = (...of: number[]) => new Float64Array(Uint32Array.from(of).buffer);
    const all = [words(1, 0), words(0, 31), words(1, 0)];
    expect(unpackColumns(packColumns(all, 1), 1).map(bits)).toEqual(all.map(bits));
    expect([...packColumns(all, 1).places]).toEqual([0, 1, 0]);
  });

  it('are not packed where they differ in length', () => {
    expect(() => packColumns([new Float64Array(3), new Float64Array(2)], 3)).toThrow(/one length/);
  });
});
