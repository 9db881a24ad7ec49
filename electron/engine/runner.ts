import type { DrawMemory } from './draw-memory.ts';
import type { JobName, JobReply, JobTable } from './job.ts';
import type { Stop } from './stop.ts';

/** Does jobs of a table, here or elsewhere. Never rejects: what goes wrong is a fault. */
export interface Runner<J extends JobTable> {
  /** How many jobs can be under way at once. */
  readonly threads: number;
  /** Memory that all jobs see, for the draws of all runs together. */
  readonly memory: DrawMemory;
  /** Whether one thread more is kept for urgent jobs alone. */
  readonly hasUrgentThread: boolean;
  readonly run: <K extends JobName<J>>(
    name: K,
    input: J[K]['input'],
    options?: RunOptions,
  ) => Promise<JobReply<J, K>>;
  /** Ends all work; whoever waits is answered with `cancelled`. */
  readonly close: () => Promise<void>;
}

/** How a job is to be run. */
export interface RunOptions {
  readonly stop?: Stop;
  /** `now` goes before everything that waits as `later`: a keystroke before the chunks of a long run. */
  readonly urgency?: 'now' | 'later';
  /** After this long the job is asked to stop and, if it does not listen, ended by force. */
  readonly limitMilliseconds?: number;
  readonly onProgress?: (fraction: number) => void;
}

/** Hears of a defect in a job and gives the name under which the log knows it. */
export type ReportDefect = (what: string, stack: string) => string;
