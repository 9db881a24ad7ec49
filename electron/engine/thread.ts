import { Worker } from 'node:worker_threads';
import type { Order, Report } from './job.ts';
import type { ThreadRole } from './work-here.ts';

/** What can be heard from a thread. */
export interface ThreadListener {
  readonly onReport: (report: Report) => void;
  /** The thread is gone, for whatever reason; said once. */
  readonly onEnd: (reason: string) => void;
}

/** One worker thread that takes orders. */
export interface Thread {
  readonly send: (order: Order) => void;
  readonly end: () => Promise<void>;
}

/** A scenario that makes the model allocate more than this is ended instead of taking the machine with it. */
const heapMegabytes = 1_024;

/** Starts a thread from a built file. */
export function startThread(path: string, listener: ThreadListener, role: ThreadRole): Thread {
  const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes };
  const worker = new Worker(path, { resourceLimits, env: {}, workerData: role });
  let reason = 'the thread ended by itself';
  worker.on('message', listener.onReport);
  worker.on('messageerror', (error) => {
    reason = error.stack ?? error.message;
    void worker.terminate();
  });
  worker.on('error', (error) => {
    reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  worker.on('exit', () => listener.onEnd(reason));
  // An idle thread must not keep a program alive that has nothing else to do.
  worker.unref();
  return {
    send: (order) => worker.postMessage(order),
    end: async () => {
      await worker.terminate();
    },
  };
}
