import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

const numbers = fc.oneof(
  fc.float64Array({ maxLength: 20 }),
  fc.float32Array({ maxLength: 20 }),
  fc.int32Array({ maxLength: 20 }),
  fc.uint32Array({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20 }),
);
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('$array', '$number', '$numbers', '$text', '$', '$$x', '__proto__', 'toString'),
);
const message = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'binary' }),
    fc.double().filter((value) => !Object.is(value, -0)),
    fc.boolean(),
    fc.constant(null),
    numbers,
    fc.array(tie('node'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('node')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).node;

function reread(value: unknown): unknown {
  const result = decodeWire(encodeWire(value));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('wire', () => {
  it('gives back every message of plain data and typed arrays', () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(reread(value)).toStrictEqual(value);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('keeps what JSON alone would lose', () => {
    const lost = {
      nan: Number.NaN,
      up: Infinity,
      down: -Infinity,
      half: '\ud800',
      series: new Float64Array([NaN, 1]),
    };
    expect(reread(lost)).toStrictEqual(lost);
  });

  it('reads a message that starts anywhere in a larger buffer', () => {
    const bytes = encodeWire({ series: new Float64Array([1, 2]) });
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeWire(shifted.subarray(3))).toStrictEqual({
      ok: true,
      value: { series: new Float64Array([1, 2]) },
    });
  });

  it('writes only the part of the buffer an array looks at', () => {
    const view = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    expect(reread(view)).toStrictEqual(new Float64Array([2, 3]));
  });

  it('answers any bytes with a message or an error in words, never with a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = decodeWire(bytes);
        if (!result.ok) expect(result.error).not.toBe('');
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('answers any damage to a real message likewise', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.integer({ min: 0, max: 255 }), (value, at, byte) => {
        const bytes = encodeWire(value);
        bytes[at % bytes.length] = byte;
        expect(decodeWire(bytes)).toHaveProperty('ok');
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('refuses a message nested without end', () => {
    let deep: unknown = null;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    expect(decodeWire(encodeWire(deep))).toMatchObject({ ok: false });
  });

  it('reads arrays out of a Node Buffer, whose memory is shared with others', () => {
    const message = { deck: Uint8Array.of(80, 75, 3, 4), figures: Float64Array.of(1.5, -2) };
    const pooled = Buffer.concat([Buffer.from(encodeWire(message))]);
    expect(decodeWire(pooled)).toEqual({ ok: true, value: message });
  });
});
