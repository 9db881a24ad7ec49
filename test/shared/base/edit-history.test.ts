import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doStep, earliestText, soundHistory, takeBack } from '#shared/base/edit-history.ts';
import { arbitraryHistory, textsOf } from '../../support/arbitrary-history.ts';

describe('a history of edits', () => {
  it('leads from the earliest text to every later one and back', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const { past, future, text } = history;
        expect(past.reduce(doStep, earliestText(history))).toBe(text);
        expect(future.toReversed().reduce(takeBack, future.reduce(doStep, text))).toBe(text);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('soundHistory', () => {
  it('keeps all of a history that fits its text', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(soundHistory(history)).toEqual(history);
      }),
    );
  });

  it('keeps of any other only steps that speak of what stands there, nearest to the text', () => {
    const anyStep = fc.record({
      from: fc.oneof(fc.integer({ min: -3, max: 30 }), fc.double()),
      removed: fc.string({ maxLength: 3 }),
      inserted: fc.string({ maxLength: 3 }),
      continues: fc.boolean(),
      when: fc.nat(),
    });
    fc.assert(
      fc.property(arbitraryHistory, fc.array(anyStep, { maxLength: 4 }), (history, strange) => {
        const { text, past, future } = soundHistory({
          text: history.text,
          past: [...strange, ...history.past],
          future: [...history.future, ...strange],
        });
        expect(text).toBe(history.text);
        expect(past.slice(past.length - history.past.length)).toEqual(history.past);
        expect(future.slice(0, history.future.length)).toEqual(history.future);
        const again = textsOf({ text, past, future });
        expect(past.reduce(doStep, again[0] ?? '')).toBe(text);
        expect(future.toReversed().reduce(takeBack, again.at(-1) ?? '')).toBe(text);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
