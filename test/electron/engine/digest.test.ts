import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#shared/base/sha256.ts';
import { digestOf } from '../../../electron/engine/digest.ts';

describe('digestOf', () => {
  it('gives the digest that the reader of scenarios works out by itself, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat({ max: 0xffff }), (text, half) => {
        // Halves of pairs too, which are no text in UTF-8.
        const any = text + String.fromCharCode(half);
        expect(digestOf(any)).toBe(sha256(any));
      }),
      { seed: 20261121 },
    );
  });
});
