import type { Fault } from '#shared/contract/fault.ts';
import { cancelled } from './run-fault.ts';

/** A wish to stop or to wait that reaches code in other threads, even while it is busy. One may span many jobs. */
export interface Stop {
  /** The shared word itself; a thread reads it through `isStoppedIn`. */
  readonly shared: SharedArrayBuffer;
  readonly isStopped: () => boolean;
  /** Utters the wish: that of somebody who wants no answer any more, or because of a fault that everybody who waits is to be told. */
  readonly stop: (because?: Fault) => void;
  /** What whoever waits for the stopped work is to be answered. */
  readonly reason: () => Fault;
  /** Lets the threads at work wait where they are, until the returned function has been called as often as this one; not for long. */
  readonly hold: () => () => void;
  /** Calls back at once when stopped, until the returned function is called. */
  readonly onStop: (listener: () => void) => () => void;
}

const going = 0;
const stopped = 1;
const held = 2;

/** Makes a wish that has not been uttered yet. */
export function createStop(): Stop {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const word = new Int32Array(shared);
  const isStopped = () => Atomics.load(word, 0) === stopped;
  const listeners = new Set<() => void>();
  let holds = 0;
  let reason = cancelled;
  return {
    shared,
    isStopped,
    stop: (because = cancelled) => {
      if (isStopped()) return;
      reason = because;
      Atomics.store(word, 0, stopped);
      Atomics.notify(word, 0);
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
    reason: () => reason,
    hold: () => {
      holds += 1;
      Atomics.compareExchange(word, 0, going, held);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        holds -= 1;
        if (holds > 0) return;
        Atomics.compareExchange(word, 0, held, going);
        Atomics.notify(word, 0);
      };
    },
    onStop: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Longer than reading a text takes: whoever holds up work for longer waits for something that may wait for it. */
const patienceMilliseconds = 100;

/**
 * Makes the question a busy loop of another thread asks: one read of shared memory, cheap enough to ask often. The answer
 * takes as long as the work is held up, within reason.
 */
export function isStoppedIn(shared: SharedArrayBuffer): () => boolean {
  const word = new Int32Array(shared);
  return () => {
    if (Atomics.load(word, 0) === held && Atomics.wait(word, 0, held, patienceMilliseconds) === 'timed-out') {
      Atomics.compareExchange(word, 0, held, going);
    }
    return Atomics.load(word, 0) === stopped;
  };
}
