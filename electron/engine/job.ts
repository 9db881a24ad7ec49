import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { RunControl } from '#shared/engine/control.ts';

/** A table of jobs: what each takes and what it gives, all of it cloneable. */
export type JobTable = { readonly [name: string]: { readonly input: unknown; readonly output: unknown } };

/** The name of a job. */
export type JobName<J extends JobTable> = keyof J & string;

/** What a job answers. */
export type JobReply<J extends JobTable, K extends JobName<J>> = Outcome<J[K]['output'], Fault>;

/** How each job of a table is done, in whatever thread. */
export type Performers<J extends JobTable> = {
  readonly [K in JobName<J>]: (input: J[K]['input'], control: RunControl) => JobReply<J, K>;
};

/** Message to a thread: do this. */
export interface Order {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly stop: SharedArrayBuffer;
  /** Whether anybody wants to hear how far it is; reports that nobody wants still wake the other side. */
  readonly isFollowed: boolean;
}

/** Message from a thread: news of the order it was given. */
export type Report =
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly kind: 'done'; readonly id: number; readonly reply: Outcome<unknown, Fault> }
  /** The job threw: a defect, with its stack for the log. */
  | { readonly kind: 'broken'; readonly id: number; readonly stack: string };
