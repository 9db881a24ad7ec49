import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestReplacement } from '../../../renderer/editor/replace-text.ts';

describe('smallestReplacement', () => {
  it('turns the one text into the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
        const one = head + before + tail;
        const other = head + after + tail;
        const { from, to, text } = smallestReplacement(one, other);
        expect(one.slice(0, from) + text + one.slice(to)).toBe(other);
        expect(to - from).toBeLessThanOrEqual(before.length);
      }),
    );
  });

  it('replaces nothing in a text that stays the same', () => {
    expect(smallestReplacement('abc', 'abc')).toEqual({ from: 3, to: 3, text: '' });
  });
});
