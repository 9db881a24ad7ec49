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
  it('come back bit for bit, each that there is having travelled once', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const packed = packColumns(all, 3);
        expect(unpackColumns(packed, 3).map(bits)).toEqual(all.map(bits));
        expect(packed.values.length / 3).toBe(new Set(all.map((one) => bits(one).join())).size);
      }),
      { seed: 1 },
    );
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
