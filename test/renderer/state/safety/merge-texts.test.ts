import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../../renderer/state/safety/merge-texts.ts';

const line = fc.stringMatching(/^[a-z]{0,3}$/);
const text = fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n'));

describe('mergeTexts', () => {
  it('takes the change of the one side where the other has none, and what both did alike', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeTexts(base, changed, base)).toBe(changed);
        expect(mergeTexts(base, base, changed)).toBe(changed);
        expect(mergeTexts(base, changed, changed)).toBe(changed);
      }),
      { seed: 7 },
    );
  });

  it('gives the same whichever side is mine', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergeTexts(base, theirs, mine)).toBe(mergeTexts(base, mine, theirs));
      }),
      { seed: 7 },
    );
  });

  it('joins changes of lines that are apart, and holds every line of both', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (first, second) => {
        fc.pre(Math.abs(first - second) > 1);
        const lines = Array.from({ length: 10 }, (_, at) => `line ${at}`);
        const change = (place: number, to: string) =>
          lines.map((each, at) => (at === place ? to : each)).join('\n');
        const merged = mergeTexts(lines.join('\n'), change(first, 'mine'), change(second, 'theirs'));
        expect(
          merged
            ?.split('\n')
            .filter((each) => !lines.includes(each))
            .sort(),
        ).toEqual(['mine', 'theirs']);
        expect(merged?.split('\n')).toHaveLength(10);
      }),
      { seed: 7 },
    );
  });

  it('never drops a line that only one side added, and asks where both changed the same', () => {
    expect(mergeTexts('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc')).toBeNull();
    expect(mergeTexts('a\nb\nc', 'a\nc', 'a\nb changed\nc')).toBeNull();
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeTexts(base, mine, theirs);
        fc.pre(merged !== null);
        const known = new Set(base.split('\n'));
        for (const each of [...mine.split('\n'), ...theirs.split('\n')]) {
          if (!known.has(each)) expect(merged?.split('\n')).toContain(each);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('keeps my line ends, whatever theirs are', () => {
    expect(mergeTexts('a\r\nb\r\nc\r\n', 'a!\r\nb\r\nc\r\n', 'a\nb\nc!\n')).toBe('a!\r\nb\r\nc!\r\n');
  });
});
