import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceIn, smallestReplacement } from '#shared/base/replacement.ts';

describe('smallestReplacement', () => {
  it('turns the one text into the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
        const one = head + before + tail;
        const other = head + after + tail;
        const replacement = smallestReplacement(one, other);
        expect(replaceIn(one, replacement)).toBe(other);
        expect(replacement.to - replacement.from).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it('replaces nothing in a text that stays the same', () => {
    expect(smallestReplacement('abc', 'abc')).toEqual({ from: 3, to: 3, text: '' });
  });
});
