/** A wish to stop that reaches code in other threads, even while it is busy. One may span many jobs. */
export interface Stop {
  /** The shared word itself; a thread reads it through `isStoppedIn`. */
  readonly shared: SharedArrayBuffer;
  readonly isStopped: () => boolean;
  readonly stop: () => void;
  /** Calls back at once when stopped, until the returned function is called. */
  readonly onStop: (listener: () => void) => () => void;
}

/** Makes a wish that has not been uttered yet. */
export function createStop(): Stop {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const isStopped = isStoppedIn(shared);
  const listeners = new Set<() => void>();
  return {
    shared,
    isStopped,
    stop: () => {
      if (isStopped()) return;
      Atomics.store(new Int32Array(shared), 0, 1);
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
    onStop: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Makes the question a busy loop asks: one read of shared memory, cheap enough to ask often. */
export function isStoppedIn(shared: SharedArrayBuffer): () => boolean {
  const word = new Int32Array(shared);
  return () => Atomics.load(word, 0) !== 0;
}
