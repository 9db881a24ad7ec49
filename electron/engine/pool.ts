import { fail, type Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { afterAwake } from './awake-timer.ts';
import { createDrawMemory, type DrawMemory } from './draw-memory.ts';
import type { JobName, JobReply, JobTable, Order, Report } from './job.ts';
import { brokenFault, cancelled, overdueFault } from './run-fault.ts';
import type { ReportDefect, Runner, RunOptions } from './runner.ts';
import { createStop, type Stop } from './stop.ts';
import { startThread, type Thread } from './thread.ts';

/** What a pool needs to be made. */
export interface PoolParts {
  /** The built file every thread runs. */
  readonly worker: string;
  readonly threads: number;
  /** Keeps one thread more for urgent jobs alone, and lets the others give way to it: for a program somebody types in. */
  readonly hasUrgentThread?: boolean;
  /** That of the process where nothing else is said. */
  readonly memory?: DrawMemory;
  readonly reportDefect: ReportDefect;
}

interface Task {
  readonly order: Order;
  readonly options: RunOptions;
  readonly stop: Stop;
  readonly answer: (reply: Outcome<unknown, Fault>) => void;
}

interface Seat {
  readonly isForUrgent: boolean;
  readonly thread: Thread;
  task: Task | null;
  forgetLimit: () => void;
  isOverdue: boolean;
}

const usualLimitMilliseconds = 30_000;
/** Time for a job to notice the wish to stop before its thread is ended. */
const graceMilliseconds = 500;

/** Makes a runner over worker threads. Starts one and more as work waits; one that dies answers its caller. */
export function createPool<J extends JobTable>(parts: PoolParts): Runner<J> {
  const { worker, threads, hasUrgentThread = false, memory = createDrawMemory(), reportDefect } = parts;
  const seats = new Set<Seat>();
  const queues = { now: [] as Task[], later: [] as Task[] };
  let lastId = 0;
  let isClosed = false;

  function open(isForUrgent: boolean): Seat {
    const listener = {
      onReport: (report: Report) => hear(seat, report),
      onEnd: (reason: string) => lose(seat, reason),
    };
    const seat: Seat = {
      isForUrgent,
      task: null,
      forgetLimit: () => undefined,
      isOverdue: false,
      thread: startThread(worker, listener, { givesWay: hasUrgentThread && !isForUrgent }),
    };
    seats.add(seat);
    return seat;
  }

  function run<K extends JobName<J>>(
    name: K,
    input: J[K]['input'],
    options: RunOptions = {},
  ): Promise<JobReply<J, K>> {
    return new Promise((resolve) => {
      const stop = options.stop ?? createStop();
      if (isClosed || stop.isStopped()) return resolve(fail(stop.reason()));
      lastId += 1;
      const isFollowed = options.onProgress !== undefined;
      const order: Order = { id: lastId, name, input, stop: stop.shared, isFollowed };
      const queue = queues[options.urgency ?? 'later'];
      const forget = stop.onStop(() => {
        const at = queue.indexOf(task);
        if (at === -1) return;
        queue.splice(at, 1);
        task.answer(fail(stop.reason()));
      });
      const task: Task = {
        order,
        options,
        stop,
        answer: (reply) => {
          forget();
          resolve(reply as JobReply<J, K>);
        },
      };
      queue.push(task);
      pump();
    });
  }

  function pump(): void {
    while (!isClosed && queues.now.length > 0) {
      const seat = (hasUrgentThread ? seatFor(true) : null) ?? seatFor(false);
      const task = seat === null ? undefined : queues.now.shift();
      if (seat === null || task === undefined) break;
      give(seat, task);
    }
    while (!isClosed && queues.later.length > 0) {
      const seat = seatFor(false);
      const task = seat === null ? undefined : queues.later.shift();
      if (seat === null || task === undefined) return;
      give(seat, task);
    }
  }

  /** A seat of a kind that is free, or a new one while there may be more. */
  function seatFor(isForUrgent: boolean): Seat | null {
    const alike = [...seats].filter((seat) => seat.isForUrgent === isForUrgent);
    const idle = alike.find((seat) => seat.task === null);
    return idle ?? (alike.length < (isForUrgent ? 1 : threads) ? open(isForUrgent) : null);
  }

  function give(seat: Seat, task: Task): void {
    seat.task = task;
    const limit = task.options.limitMilliseconds ?? usualLimitMilliseconds;
    seat.forgetLimit = afterAwake(limit, () => {
      seat.isOverdue = true;
      // What else is under way for the same question stops as well, and may be the first to answer.
      task.stop.stop(overdueFault(limit));
      seat.forgetLimit = afterAwake(graceMilliseconds, () => void seat.thread.end());
    });
    try {
      seat.thread.send(task.order);
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      settle(seat, fail(brokenFault(reportDefect(task.order.name, stack))));
    }
  }

  function hear(seat: Seat, report: Report): void {
    if (seat.task?.order.id !== report.id) return;
    if (report.kind === 'progress') {
      seat.task.options.onProgress?.(report.fraction);
      return;
    }
    const reply =
      report.kind === 'done'
        ? report.reply
        : fail(brokenFault(reportDefect(seat.task.order.name, report.stack)));
    settle(seat, reply);
    pump();
  }

  /** Answers whoever waits for the task of a seat and frees the seat. */
  function settle(seat: Seat, reply: Outcome<unknown, Fault>): void {
    const { task, isOverdue } = seat;
    seat.forgetLimit();
    seat.task = null;
    seat.isOverdue = false;
    if (task === null) return;
    const isStopped = !reply.ok && (isOverdue || reply.error.kind === 'cancelled');
    task.answer(isStopped ? fail(task.stop.reason()) : reply);
  }

  function lose(seat: Seat, reason: string): void {
    seats.delete(seat);
    const { task } = seat;
    if (task !== null) {
      const fault = isClosed
        ? cancelled
        : brokenFault(seat.isOverdue ? '' : reportDefect(task.order.name, reason));
      settle(seat, fail(fault));
    }
    pump();
  }

  async function close(): Promise<void> {
    isClosed = true;
    const waiting = [...queues.now.splice(0), ...queues.later.splice(0)];
    for (const task of waiting) task.answer(fail(cancelled));
    await Promise.all([...seats].map((seat) => seat.thread.end()));
  }

  open(hasUrgentThread);
  return { threads, hasUrgentThread, memory, run, close };
}
