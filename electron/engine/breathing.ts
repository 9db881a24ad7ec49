/** Less than anybody notices, and long enough for the pause to cost little. */
const workMilliseconds = 1;
/** Any pause at all lets the core go to whoever waits for it. */
const restMilliseconds = 0.01;

/**
 * Makes a question that a busy loop asks often let others have the core every so often: a system may leave a thread of
 * low priority its core for several milliseconds after somebody more urgent wants it, at every step of an edit's way.
 */
export function breathing(isStopped: () => boolean, now: () => number): () => boolean {
  const nothing = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let since = now();
  return () => {
    if (now() - since >= workMilliseconds) {
      Atomics.wait(nothing, 0, 0, restMilliseconds);
      since = now();
    }
    return isStopped();
  };
}
