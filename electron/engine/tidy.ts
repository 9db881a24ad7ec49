import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After an answer its asker draws charts with both cores; by then they are drawn, and the next key is hardly there. */
const pauseMilliseconds = 40;

/**
 * Makes a function to call after every piece of work: when nothing has followed for a moment, it has the short-lived memory of this
 * thread swept. Left to itself the engine of the language does that in the middle of the next piece, for as long as the piece takes.
 */
export function createTidying(makeSweep: () => () => void = sweeper): () => void {
  let timer: NodeJS.Timeout | null = null;
  // Made in the first pause: a thread that starts is waited for.
  let sweep: (() => void) | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      sweep ??= makeSweep();
      sweep();
    }, pauseMilliseconds);
    timer.unref();
  };
}

/** The way to the collector is a flag, which may be set at any time, and a context that is made with it. */
function sweeper(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // Where there is no such function all goes on as it would without.
  return typeof collect === 'function' ? () => void collect({ type: 'minor' }) : () => undefined;
}
