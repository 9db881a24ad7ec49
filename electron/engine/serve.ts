import type { JobTable, Order, Performers, Report } from './job.ts';
import { isStoppedIn } from './stop.ts';

/** The end of a channel to whoever gives orders: `parentPort` of a thread, or a port in a test. */
export interface OrderPort {
  readonly postMessage: (report: Report) => void;
  readonly on: (event: 'message', listener: (order: Order) => void) => unknown;
}

/** Reports of progress closer together than this would only be replaced unseen. */
const progressStep = 0.01;

/** What may differ in how a thread serves. */
export interface ServingHabits {
  readonly stopOf?: (order: Order) => () => boolean;
  /** Told after every answer. */
  readonly onAnswered?: () => void;
}

/** Does the orders that come in at a port, one after another, and reports on each; a job that throws stops no other. */
export function serve<J extends JobTable>(
  port: OrderPort,
  performers: Performers<J>,
  { stopOf = ({ stop }) => isStoppedIn(stop), onAnswered = () => undefined }: ServingHabits = {},
): void {
  port.on('message', (order) => {
    port.postMessage(perform(order, performers, stopOf(order), (report) => port.postMessage(report)));
    onAnswered();
  });
}

function perform<J extends JobTable>(
  order: Order,
  performers: Performers<J>,
  isCancelled: () => boolean,
  tell: (report: Report) => void,
): Report {
  let told = 0;
  const control = {
    isCancelled,
    report: (fraction: number) => {
      if (!order.isFollowed || fraction - told < progressStep) return;
      told = fraction;
      tell({ kind: 'progress', id: order.id, fraction });
    },
  };
  try {
    const performer = performers[order.name];
    if (performer === undefined) throw new Error(`There is no job named ${order.name}.`);
    return { kind: 'done', id: order.id, reply: performer(order.input, control) };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'broken', id: order.id, stack };
  }
}
