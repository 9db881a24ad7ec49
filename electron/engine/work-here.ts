import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { breathing } from './breathing.ts';
import type { JobTable, Order, Performers } from './job.ts';
import { serve } from './serve.ts';
import { isStoppedIn } from './stop.ts';
import { createTidying } from './tidy.ts';

/** What a thread is told when it starts. */
export interface ThreadRole {
  /** True for a thread of long runs, which is to let everything go before it that somebody waits for. */
  readonly givesWay: boolean;
}

/** Makes this thread do the orders of whoever started it; does nothing in a thread that nobody did. */
export function workHere<J extends JobTable>(performers: Performers<J>): void {
  if (parentPort === null) return;
  const role: Partial<ThreadRole> | null = workerData;
  if (role?.givesWay === true) {
    giveWay();
    const stopOf = ({ stop }: Order) => breathing(isStoppedIn(stop), () => performance.now());
    serve(parentPort, performers, { stopOf });
  } else serve(parentPort, performers, { onAnswered: createTidying() });
}

/** The system knows no lower one; a program that was itself started to give way may be there already. */
const lowestPriority = constants.priority.PRIORITY_LOW;

/** Only Linux keeps priorities by thread: elsewhere this would slow down the window as well. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, Math.min(lowestPriority, getPriority(0) + constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // A locked-down system may refuse it; the thread then works as any other.
  }
}
