import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepStyle } from '../../../electron/storage/keep-style.ts';

const line = fc.stringMatching(/^[a-z: ]{0,8}$/);
const mixed = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map(([text, end]) => text + end).join(''));

/** What an editor makes of a text: all line ends alike. */
const uniform = (text: string, end: string) => text.replace(/\r\n|\n/g, end);

describe('keepStyle', () => {
  it('gives back the same bytes for a text that an editor has only made uniform', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom('', '\uFEFF'), fc.constantFrom('\n', '\r\n'), (old, mark, end) => {
        const hasWindowsEnds = old.includes('\r\n');
        const fromEditor = uniform(old, hasWindowsEnds ? end : '\n');
        expect(keepStyle(fromEditor, mark + old)).toBe(mark + old);
      }),
      { seed: 7 },
    );
  });

  it('changes no other line than the one that was changed', () => {
    fc.assert(
      fc.property(mixed, fc.nat(), fc.constantFrom('\n', '\r\n'), (old, at, end) => {
        const lines = uniform(old, '\n').split('\n');
        const changed = at % lines.length;
        const text = lines.map((each, place) => (place === changed ? 'CHANGED' : each)).join('\n');
        const saved = keepStyle(uniform(text, old.includes('\r\n') ? end : '\n'), old);
        const [savedLines, oldLines] = [saved.split('\n'), old.split('\n')];
        for (const [place, each] of savedLines.entries())
          if (place !== changed) expect(each).toBe(oldLines[place]);
      }),
      { seed: 7 },
    );
  });

  it('keeps the words of the text, whatever the file was', () => {
    fc.assert(
      fc.property(mixed, mixed, (old, text) => {
        expect(uniform(keepStyle(text, old), '\n')).toBe(uniform(text, '\n'));
      }),
      { seed: 7 },
    );
  });

  it.each([
    ['a\r\nb\r\n', 'a\nnew\nb\n', 'a\r\nnew\r\nb\r\n'],
    ['a\nb\n', 'a\nnew\nb\n', 'a\nnew\nb\n'],
    ['a\r\nb\nc\n', 'a\nnew\nb\nc\n', 'a\r\nnew\nb\nc\n'],
    ['', 'a\n', 'a\n'],
    ['\uFEFF', 'a', '\uFEFFa'],
  ])('turns %j and %j into %j', (old, text, saved) => {
    expect(keepStyle(text, old)).toBe(saved);
  });
});
