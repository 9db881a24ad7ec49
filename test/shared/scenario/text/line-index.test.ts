import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines, lineAndColumn } from '#shared/scenario/text/line-index.ts';

fc.configureGlobal({ seed: 20261120 });

const texts = fc
  .array(fc.constantFrom('a', 'b ', '\n', '\r\n', 'é', ''), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('lineAndColumn', () => {
  it('agrees with counting line endings before the offset', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), (text, at) => {
        const offset = Math.min(at, text.length);
        const before = text.slice(0, offset).split('\n');
        expect(lineAndColumn(indexLines(text), offset)).toEqual({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
        });
      }),
    );
  });

  it('holds offsets outside the text at its ends', () => {
    const index = indexLines('ab\ncd');
    expect(lineAndColumn(index, -5)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn(index, 99)).toEqual({ line: 2, column: 3 });
  });
});
