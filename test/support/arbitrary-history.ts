import fc from 'fast-check';
import { doStep, type EditHistory, type EditStep, takeBack } from '#shared/base/edit-history.ts';

/** Histories as editing makes them: steps over one another from some text, some of them taken back again. */
export const arbitraryHistory: fc.Arbitrary<EditHistory> = fc
  .record({
    start: fc.string({ maxLength: 20, unit: 'grapheme' }),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 4 }),
        inserted: fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '\u{1f600}') }),
        continues: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    back: fc.nat({ max: 12 }),
  })
  .map(({ start, edits, back }) => {
    const steps: EditStep[] = [];
    const texts = [start];
    for (const [when, { at, length, inserted, continues }] of edits.entries()) {
      const text = texts.at(-1) ?? '';
      const from = Math.floor(at * text.length);
      const step = { from, removed: text.slice(from, from + length), inserted, continues, when };
      steps.push(step);
      texts.push(doStep(text, step));
    }
    const done = Math.max(0, steps.length - back);
    return { text: texts[done] ?? '', past: steps.slice(0, done), future: steps.slice(done) };
  });

/** Every text a history goes through, from its earliest to its latest. */
export function textsOf({ text, past, future }: EditHistory): string[] {
  const earlier: string[] = [];
  let before = text;
  for (const step of past.toReversed()) {
    before = takeBack(before, step);
    earlier.unshift(before);
  }
  const later: string[] = [];
  let after = text;
  for (const step of future) {
    after = doStep(after, step);
    later.push(after);
  }
  return [...earlier, text, ...later];
}
