import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, asciiText } from '#shared/contract/ascii.ts';

describe('ascii', () => {
  it('carries any text through JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = asciiBytes(JSON.stringify(text));
        expect(bytes.every((byte) => byte < 128)).toBe(true);
        expect(JSON.parse(asciiText(bytes))).toBe(text);
      }),
      { seed: 1 },
    );
  });

  it('carries texts longer than one piece', () => {
    const text = 'aß→'.repeat(20_000);
    expect(JSON.parse(asciiText(asciiBytes(JSON.stringify(text))))).toBe(text);
  });
});
