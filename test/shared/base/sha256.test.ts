import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#shared/base/sha256.ts';
import { utf8 } from '#shared/base/utf8.ts';

function reference(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
}

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agrees with another implementation at every length around a block', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'x'.repeat(length);
      expect(sha256(text)).toBe(reference(text));
    }
  });

  it('agrees with another implementation on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === reference(text)),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('utf8', () => {
  it('encodes any text, broken pairs included, as everyone does', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          expect([...utf8(text)]).toEqual([...encoder.encode(text)]);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
