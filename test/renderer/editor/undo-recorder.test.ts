import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doStep, type EditHistory, takeBack } from '#shared/base/edit-history.ts';
import { type ModelChange, recordUndo } from '../../../renderer/editor/undo-recorder.ts';
import { arbitraryHistory, textsOf } from '../../support/arbitrary-history.ts';

/** An editor as far as its undo goes: elements of several changes, and a name for every state that undoing comes back to. */
function editor(text: string, note: (change: ModelChange) => void) {
  type Change = { from: number; removed: string; inserted: string };
  let shown = text;
  let state = 1;
  let version = 1;
  const done: { changes: Change[]; before: number; after: number }[] = [];
  let undone: typeof done = [];
  const tell = (changes: readonly Change[], isUndoing: boolean, isRedoing: boolean) =>
    note({
      changes: changes.map(({ from, removed, inserted }) => ({
        rangeOffset: from,
        rangeLength: removed.length,
        text: inserted,
      })),
      isUndoing,
      isRedoing,
      state,
    });
  return {
    text: () => shown,
    edit(at: number, length: number, inserted: string, joins: boolean) {
      const from = Math.floor(at * shown.length);
      const change = { from, removed: shown.slice(from, from + length), inserted };
      const before = state;
      version += 1;
      state = version;
      shown = doStep(shown, { ...change, continues: false, when: 0 });
      const last = done.at(-1);
      if (joins && last !== undefined && undone.length === 0) {
        last.changes.push(change);
        last.after = state;
      } else done.push({ changes: [change], before, after: state });
      undone = [];
      tell([change], false, false);
    },
    undo() {
      const element = done.pop();
      if (element === undefined) return;
      undone.push(element);
      const back = element.changes
        .toReversed()
        .map(({ from, removed, inserted }) => ({ from, removed: inserted, inserted: removed }));
      shown = back.reduce((one, change) => doStep(one, { ...change, continues: false, when: 0 }), shown);
      state = element.before;
      tell(back, true, false);
    },
    redo() {
      const element = undone.pop();
      if (element === undefined) return;
      done.push(element);
      shown = element.changes.reduce(
        (one, change) => doStep(one, { ...change, continues: false, when: 0 }),
        shown,
      );
      state = element.after;
      tell(element.changes, false, true);
    },
    depth: () => [done.length, undone.length] as const,
  };
}

const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 3 }),
      inserted: fc.string({ minLength: 1, maxLength: 3 }),
      joins: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

describe('recordUndo', () => {
  it('knows after any edits, undoing and redoing what can be taken back and done again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(act, { maxLength: 40 }), (start, acts) => {
        const recorder = recordUndo({ text: start, past: [], future: [] }, [1], () => 0);
        const shown = editor(start, recorder.note);
        const seen = [start];
        for (const one of acts) {
          if (one.kind === 'edit') shown.edit(one.at, one.length, one.inserted, one.joins);
          else shown[one.kind]();
          seen.push(shown.text());
          const history = recorder.history();
          expect(history.text).toBe(shown.text());
          const texts = textsOf(history);
          expect(texts[0]).toBe(start);
          expect(seen).toEqual(expect.arrayContaining(texts));
          const [back, forth] = shown.depth();
          expect(history.past.length).toBeGreaterThanOrEqual(back);
          expect(history.future.length).toBeGreaterThanOrEqual(forth);
          expect(history.future.length > 0).toBe(forth > 0);
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('goes on from a history of before as if it had never ended', () => {
    fc.assert(
      fc.property(arbitraryHistory, (known) => {
        const states = [...known.past, ...known.future].map((_, at) => at + 2);
        const recorder = recordUndo(known, [1, ...states], () => 0);
        expect(recorder.history()).toEqual(known);
        const last = known.past.at(-1);
        if (last === undefined) return;
        recorder.note({ changes: [], isUndoing: true, isRedoing: false, state: known.past.length });
        const earlier: EditHistory = {
          text: takeBack(known.text, last),
          past: known.past.slice(0, -1),
          future: [last, ...known.future],
        };
        expect(recorder.history()).toEqual(earlier);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('takes back a drag as one, and what comes after it on its own', () => {
    const recorder = recordUndo({ text: 'x: 0', past: [], future: [] }, [1], () => 0);
    const put = (text: string, state: number) =>
      recorder.note({
        changes: [{ rangeOffset: 3, rangeLength: 1, text }],
        isUndoing: false,
        isRedoing: false,
        state,
      });
    put('1', 2);
    recorder.open();
    for (const digit of [2, 3, 4]) put(String(digit), digit + 1);
    recorder.close();
    put('5', 6);
    expect(recorder.history().past.map(({ continues }) => continues)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
