import { goesOn } from '#shared/base/bound-history.ts';
import { doStep, type EditHistory, type EditStep, takeBack } from '#shared/base/edit-history.ts';

/** A change of a model as the editor tells it: what it replaced, and which state of the text came of it. */
export interface ModelChange {
  /** In an order in which each speaks of the text that those before it have left. */
  readonly changes: readonly {
    readonly rangeOffset: number;
    readonly rangeLength: number;
    readonly text: string;
  }[];
  readonly isUndoing: boolean;
  readonly isRedoing: boolean;
  /** Names the state: one that is come back to by undoing has the name it had. */
  readonly state: number;
}

/** Follows the undo of a model, of which the editor tells only that it happens. */
export interface UndoRecorder {
  note(change: ModelChange): void;
  /** What comes next is taken back on its own. */
  close(): void;
  /** Everything until the next `close` is taken back together. */
  open(): void;
  /** Gives what can be taken back and done again now. */
  history(): EditHistory;
}

/** Begins to record, at a history whose states have the names given: that of its beginning, then one after each step. */
export function recordUndo(
  start: EditHistory,
  startStates: readonly number[],
  now: () => number,
): UndoRecorder {
  let { text } = start;
  let steps: EditStep[] = [...start.past, ...start.future];
  let states: number[] = [...startStates];
  /** How many of the steps are done. */
  let done = start.past.length;
  let isClosed = true;
  let isOpen = false;

  const travel = (to: number): void => {
    while (done > to) {
      done -= 1;
      text = takeBack(text, steps[done] ?? nothing);
    }
    while (done < to) {
      text = doStep(text, steps[done] ?? nothing);
      done += 1;
    }
    isClosed = true;
  };

  const add = ({ changes, state }: ModelChange): void => {
    steps = steps.slice(0, done);
    states = states.slice(0, done + 1);
    const when = now();
    for (const { rangeOffset: from, rangeLength, text: inserted } of changes) {
      const step = { from, removed: text.slice(from, from + rangeLength), inserted, continues: false, when };
      const before = steps.at(-1);
      const isFirst = steps.length === done;
      const isSameWord = !isClosed && before !== undefined && (isOpen || goesOn(before, step));
      steps.push({ ...step, continues: !isFirst || isSameWord });
      states.push(state);
      text = doStep(text, step);
    }
    done = steps.length;
    isClosed = false;
  };

  return {
    note(change) {
      const known = change.isUndoing || change.isRedoing ? states.lastIndexOf(change.state) : -1;
      if (known === -1) add(change);
      else travel(known);
    },
    close() {
      isClosed = true;
      isOpen = false;
    },
    open() {
      isClosed = true;
      isOpen = true;
    },
    history: () => ({ text, past: steps.slice(0, done), future: steps.slice(done) }),
  };
}

const nothing: EditStep = { from: 0, removed: '', inserted: '', continues: false, when: 0 };
