import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, frame } from '#shared/contract/frames.ts';

describe('frames', () => {
  it('gives the same messages however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
        (messages, cuts) => {
          const stream = Uint8Array.from(messages.flatMap((message) => [...frame(message)]));
          const read = createFrameReader();
          const received: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            received.push(...read(stream.subarray(at, at + size)));
            at += size;
          }
          expect(received.map((bytes) => [...bytes])).toEqual(messages.map((bytes) => [...bytes]));
        },
      ),
      { seed: 1 },
    );
  });

  it('throws on a length that cannot be, since the ends are out of step', () => {
    expect(() => createFrameReader()(new Uint8Array([255, 255, 255, 255]))).toThrow(/frame/);
  });
});
