import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPool } from '../../../electron/engine/pool.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import { bundle } from '../../support/bundle.ts';
import type { ToyJobs } from '../../support/toy-jobs.ts';
import { type Bench, describeRunner } from './runner-suite.ts';

async function pool(threads: number, hasUrgentThread = false): Promise<Bench> {
  const worker = await bundle('test/support/toy-worker.ts');
  const defects: string[] = [];
  const reportDefect = (_: string, stack: string): string => `incident-${defects.push(stack)}`;
  const runner = createPool<ToyJobs>({ worker, threads, hasUrgentThread, reportDefect });
  onTestFinished(() => runner.close());
  return { runner, defects };
}

function counter(): SharedArrayBuffer {
  return new SharedArrayBuffer(4);
}

/** Resolves once a spinning job is seen to be under way. */
async function underWay(turns: SharedArrayBuffer): Promise<void> {
  await expect.poll(() => Atomics.load(new Int32Array(turns), 0), { timeout: 10_000 }).toBeGreaterThan(0);
}

/** Resolves with the count of a spinning job once it stands still. */
async function standingStill(turns: SharedArrayBuffer): Promise<number> {
  const count = new Int32Array(turns);
  let before = -1;
  const hasStopped = (): boolean => {
    const now = Atomics.load(count, 0);
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(hasStopped, { timeout: 10_000, interval: 5 }).toBe(true);
  return before;
}

/** Resolves once a spinning job has gone on from a count. */
async function goesOn(turns: SharedArrayBuffer, from: number): Promise<void> {
  await expect
    .poll(() => Atomics.load(new Int32Array(turns), 0), { timeout: 10_000, interval: 5 })
    .toBeGreaterThan(from);
}

/** How many threads of this process let its first one go before them, however nice that is itself; Linux alone knows. */
function threadsThatGiveWay(): number {
  const usual = niceness(process.pid);
  return readdirSync('/proc/self/task').filter((id) => niceness(Number(id)) > usual).length;
}

function niceness(thread: number): number {
  const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
  return Number(stat.replace(/^.*\) /, '').split(' ')[16]);
}

describe('a pool with a thread for what is urgent', () => {
  describeRunner(() => pool(2, true));

  it('does what is urgent at once, whatever else is under way', async () => {
    const { runner } = await pool(1, true);
    const stop = createStop();
    const [busy, waits] = [counter(), counter()];
    const long = [busy, waits].map((turns) => runner.run('spin', { turns }, { stop }));
    await underWay(busy);
    expect(await runner.run('steps', 5, { urgency: 'now' })).toEqual({ ok: true, value: 5 });
    // The free thread is not for the run that waits.
    expect(Atomics.load(new Int32Array(waits), 0)).toBe(0);
    stop.stop();
    await Promise.all(long);
  });

  it('uses the other threads too for much that is urgent', async () => {
    const { runner } = await pool(1, true);
    const stop = createStop();
    const counters = [counter(), counter()];
    const all = counters.map((turns) => runner.run('spin', { turns }, { stop, urgency: 'now' }));
    await Promise.all(counters.map(underWay));
    stop.stop();
    await Promise.all(all);
  });

  // A run that was itself started with the lowest priority has nobody left to let go first.
  const canGiveWay = process.platform === 'linux' && getPriority() < constants.priority.PRIORITY_LOW;
  it.runIf(canGiveWay)('lets the threads of long runs give way, no other', async () => {
    const before = threadsThatGiveWay();
    const { runner } = await pool(2, true);
    await runner.run('steps', 1, { urgency: 'now' });
    expect(threadsThatGiveWay()).toBe(before);
    await runner.run('steps', 1);
    expect(threadsThatGiveWay()).toBe(before + 1);
  });
});

describe('pool', () => {
  describeRunner(() => pool(2));

  it('stops a busy job through the flag, without losing the thread', async () => {
    const { runner, defects } = await pool(1);
    const stop = createStop();
    const turns = counter();
    const reply = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    stop.stop();
    expect(await reply).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await runner.run('steps', 1)).toEqual({ ok: true, value: 1 });
    expect(defects).toEqual([]);
  });

  it('answers a waiting job at once when it is stopped', async () => {
    const { runner } = await pool(1);
    const [first, second] = [createStop(), createStop()];
    const turns = counter();
    const busy = runner.run('spin', { turns }, { stop: first });
    const waiting = runner.run('steps', 1, { stop: second });
    await underWay(turns);
    second.stop();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'cancelled' } });
    first.stop();
    await busy;
  });

  it('takes what is urgent before what waits longer', async () => {
    const { runner } = await pool(1);
    const stop = createStop();
    const turns = counter();
    const busy = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    const order: string[] = [];
    const later = [1, 2, 3].map((at) => runner.run('steps', at).then(() => order.push(`later ${at}`)));
    const now = runner.run('steps', 9, { urgency: 'now' }).then(() => order.push('now'));
    stop.stop();
    await Promise.all([busy, now, ...later]);
    expect(order).toEqual(['now', 'later 1', 'later 2', 'later 3']);
  });

  it('answers the caller of a thread that dies, and replaces it', async () => {
    const { runner, defects } = await pool(1);
    const replies = [runner.run('die', null), runner.run('steps', 3)];
    expect(await replies[0]).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(await replies[1]).toEqual({ ok: true, value: 3 });
    expect(defects).toHaveLength(1);
  });

  it('ends a job that does not listen when its time is up, and says so', async () => {
    const { runner, defects } = await pool(1);
    const reply = await runner.run('spinDeaf', null, { limitMilliseconds: 50 });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(JSON.stringify(reply)).toContain('the 0.05 seconds');
    expect(await runner.run('steps', 1)).toEqual({ ok: true, value: 1 });
    expect(defects).toEqual([]);
  });

  it('tells everybody who waits for the same question that a part of it took too long, and nobody else', async () => {
    const { runner, defects } = await pool(2);
    const [stop, other] = [createStop(), createStop()];
    const turns = counter();
    const sibling = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    const overdue = runner.run('spin', { turns: counter() }, { stop, limitMilliseconds: 50 });
    const waiting = runner.run('steps', 1, { stop });
    const elsewhere = runner.run('steps', 2, { stop: other });
    const told = { kind: 'refused', message: expect.stringContaining('0.05 seconds') };
    for (const reply of [sibling, overdue, waiting]) expect(await reply).toMatchObject({ error: told });
    expect(await elsewhere).toEqual({ ok: true, value: 2 });
    expect(await runner.run('steps', 3, { stop })).toMatchObject({ error: told });
    expect(defects).toEqual([]);
  });

  it('answers somebody who wanted no answer any more with that, even when the time is up as well', async () => {
    const { runner } = await pool(1);
    const stop = createStop();
    const reply = runner.run('spinDeaf', null, { stop, limitMilliseconds: 100 });
    stop.stop();
    expect(await reply).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('uses as many threads as it may and no more', async () => {
    const { runner } = await pool(2);
    const stop = createStop();
    const [a, b, c] = [counter(), counter(), counter()];
    const all = [a, b, c].map((turns) => runner.run('spin', { turns }, { stop }));
    await Promise.all([underWay(a), underWay(b)]);
    expect(Atomics.load(new Int32Array(c), 0)).toBe(0);
    stop.stop();
    await Promise.all(all);
    expect(Atomics.load(new Int32Array(c), 0)).toBe(0);
  });

  it('answers everyone when it is closed in the middle', async () => {
    const { runner, defects } = await pool(1);
    const turns = counter();
    const replies = [runner.run('spin', { turns }), runner.run('steps', 1)];
    await underWay(turns);
    await runner.close();
    for (const reply of await Promise.all(replies))
      expect(reply).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(defects).toEqual([]);
  });

  it('answers, rather than trying for ever, when there is no worker file', async () => {
    const defects: string[] = [];
    const reportDefect = (_: string, stack: string): string => `incident-${defects.push(stack)}`;
    const runner = createPool<ToyJobs>({ worker: '/nowhere/worker.js', threads: 2, reportDefect });
    onTestFinished(() => runner.close());
    expect(await runner.run('steps', 1)).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(defects.join()).toContain('/nowhere/worker.js');
  });
});

describe('work that is held up', () => {
  it('stands still until everybody who held it up lets it go on', async () => {
    const { runner } = await pool(1);
    const [stop, turns] = [createStop(), counter()];
    const long = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    const release = stop.hold();
    await standingStill(turns);
    const releaseToo = stop.hold();
    release();
    release();
    const stood = await standingStill(turns);
    releaseToo();
    await goesOn(turns, stood);
    expect(stop.isStopped()).toBe(false);
    stop.stop();
    expect(await long).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('can be stopped where it stands', async () => {
    const { runner } = await pool(1);
    const [stop, turns] = [createStop(), counter()];
    const long = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    const release = stop.hold();
    await standingStill(turns);
    stop.stop();
    release();
    expect(await long).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(stop.isStopped()).toBe(true);
  });

  it('goes on by itself when nobody lets it', async () => {
    const { runner } = await pool(1);
    const [stop, turns] = [createStop(), counter()];
    const long = runner.run('spin', { turns }, { stop });
    await underWay(turns);
    stop.hold();
    await goesOn(turns, await standingStill(turns));
    stop.stop();
    await long;
  });
});
