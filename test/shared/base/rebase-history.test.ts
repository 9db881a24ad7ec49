import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestText } from '#shared/base/edit-history.ts';
import { continueHistory, rebaseHistory } from '#shared/base/rebase-history.ts';
import { arbitraryHistory, textsOf } from '../../support/arbitrary-history.ts';

describe('rebaseHistory', () => {
  it('finds a text that the history went through and loses no step over it', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat(), (history, pick) => {
        const texts = textsOf(history);
        const text = texts[pick % texts.length] ?? '';
        const moved = rebaseHistory(history, text, 0);
        expect(moved.text).toBe(text);
        expect([...moved.past, ...moved.future]).toEqual([...history.past, ...history.future]);
        expect(textsOf(moved)).toEqual(texts);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('takes a text it does not know as one more step, behind which all earlier ones stay', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.string({ minLength: 1, maxLength: 9 }), (history, foreign) => {
        const text = `${foreign}\u2603`;
        const moved = rebaseHistory(history, text, 77);
        expect(moved).toMatchObject({ text, future: [] });
        expect(moved.past.slice(0, -1)).toEqual(history.past);
        expect(moved.past.at(-1)).toMatchObject({ continues: false, when: 77 });
        expect(textsOf(moved).at(-2)).toBe(history.text);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('continueHistory', () => {
  it('takes back what came later, then what went before', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryHistory, (earlier, later) => {
        const both = continueHistory(earlier, later, 0);
        expect(both.text).toBe(later.text);
        expect(both.future).toEqual(later.future);
        const texts = textsOf(both);
        expect(texts.slice(-textsOf(later).length)).toEqual(textsOf(later));
        expect(texts[0]).toBe(earliestText(rebaseHistory(earlier, earliestText(later), 0)));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
