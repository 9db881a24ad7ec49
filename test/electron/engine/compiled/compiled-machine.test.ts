import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Machine, plainMachine } from '#shared/engine/lanes/machine.ts';
import { add } from '#shared/engine/loops/elementwise.ts';
import { loops } from '#shared/engine/loops/loops.ts';
import { compiledMachine } from '../../../../electron/engine/compiled/compiled-machine.ts';

const lanes = 12;

/** Arrays and numbers a loop takes, told from its text. */
function partsOf(loop: (...parts: never[]) => void): readonly string[] {
  const text = loop.toString();
  return text
    .slice(text.indexOf('(') + 1, text.indexOf(')'))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Every loop names its numbers so that they can be told from its arrays. */
const numberNames = ['month', 'offset', 'time', 'halfHours', 'parts', 'slice', 'slices'];

function runOn(machine: Machine, name: string, values: readonly number[][], numbers: number[]): bigint[] {
  const loop = (loops as Readonly<Record<string, (...parts: never[]) => void>>)[name];
  const arrays = values.map((own) => {
    const array = machine.numbers(own.length);
    array.set(own);
    return array;
  });
  const prepare = machine.loop as (
    loop: unknown,
    ...arrays: Float64Array[]
  ) => (...numbers: number[]) => void;
  prepare(loop, ...arrays)(...numbers);
  return arrays.flatMap((array) => [...new BigUint64Array(array.slice().buffer)]);
}

/** Numbers near one another, so that conditions hold and do not, and those for which arithmetic has rules of its own. */
const number = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    0.5,
    1,
    -1,
    2,
    1e-12,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.integer({ min: -3, max: 15 }),
  fc.double({ noNaN: true, min: -1e3, max: 1e3 }),
);
/** Half the arrays are without the numbers that swallow all others. */
const array = fc.oneof(
  fc.array(number, { minLength: 2 * lanes, maxLength: 2 * lanes }),
  fc.array(fc.integer({ min: -3, max: 15 }), { minLength: 2 * lanes, maxLength: 2 * lanes }),
);

describe('the compiled machine', () => {
  it.each(Object.keys(loops))('gives the bits of the plain loop %s', (name) => {
    const parts = partsOf(
      (loops as Readonly<Record<string, (...parts: never[]) => void>>)[name] ?? (() => undefined),
    );
    const arrayCount = parts.findIndex((part) => numberNames.includes(part));
    const count = arrayCount === -1 ? parts.length : arrayCount;
    expect(parts.slice(count).every((part) => numberNames.includes(part))).toBe(true);
    fc.assert(
      fc.property(
        fc.array(array, { minLength: count, maxLength: count }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 13 }),
        (values, first, second) => {
          const shifted = parts.slice(count).includes('offset');
          const numbers = shifted ? [lanes] : [first, second].slice(0, parts.length - count);
          // What is read from a place on is as long as two cells; all else is one.
          const sized = values.map((own, place) =>
            shifted && place === count - 1 ? own : own.slice(0, lanes),
          );
          const compiled = compiledMachine(2 * lanes * count);
          if (compiled === null) throw new Error('the system has no room for a memory');
          const bits = runOn(compiled, name, sized, numbers).map(withoutPayload);
          expect(bits).toEqual(runOn(plainMachine, name, sized, numbers).map(withoutPayload));
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  it('is nothing where the system has no room for it', () => {
    expect(compiledMachine(2 ** 40)).toBeNull();
  });

  it('refuses more numbers than it was told of, and those of another machine', () => {
    const machine = compiledMachine(lanes);
    machine?.numbers(lanes);
    expect(() => machine?.numbers(1)).toThrow(/room for 12 numbers, not for 13/);
    const other = new Float64Array(lanes);
    expect(() => machine?.loop(add, other, other)).toThrow(/numbers of its machine/);
  });
});

/** Which of the many that are not a number it is depends on the order of operands, and nobody can see it. */
function withoutPayload(bits: bigint): bigint {
  const exponent = 0x7ff0000000000000n;
  const isNumber = (bits & exponent) !== exponent || (bits & 0xfffffffffffffn) === 0n;
  return isNumber ? bits : exponent | 1n;
}
