import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; of a task, how long it kept its thread. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** Does some work and tells the longest task of the page's own thread meanwhile, in milliseconds. */
export async function longestTaskDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } });
  await work();
  const ended = new Promise((settle) => session.once('Tracing.tracingComplete', settle));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return longestTask(events);
}

/** The browser runs the page beside pages of its own: that with the most to do is the one that was typed into. */
function longestTask(events: readonly TraceEvent[]): number {
  const threads = new Map<string, number[]>();
  for (const { name, pid, tid, args } of events) {
    if (name === 'thread_name' && args?.name === 'CrRendererMain') threads.set(`${pid} ${tid}`, []);
  }
  for (const { name, ph, pid, tid, dur } of events) {
    if (ph === 'X' && name.endsWith('RunTask')) threads.get(`${pid} ${tid}`)?.push((dur ?? 0) / 1000);
  }
  const sum = (tasks: readonly number[]): number => tasks.reduce((total, one) => total + one, 0);
  const [busiest = []] = [...threads.values()].sort((a, b) => sum(b) - sum(a));
  return busiest.length === 0 ? Number.NaN : Math.max(...busiest);
}
