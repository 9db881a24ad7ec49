import { describe, expect, it } from 'vitest';
import { ok } from '#shared/base/outcome.ts';
import { createLatest, type Latest } from '../../../electron/engine/latest.ts';
import { createStop, type Stop } from '../../../electron/engine/stop.ts';

/** A task that ends when told to, and counts how often it was started. */
function manual() {
  const runs: { readonly stop: Stop; readonly end: () => void }[] = [];
  const task = (stop: Stop) => () =>
    new Promise<{ ok: true; value: number }>((resolve) => {
      const turn = runs.length;
      runs.push({ stop, end: () => resolve(ok(turn)) });
    });
  return { runs, task };
}

function run(latest: Latest, key: string, task: ReturnType<typeof manual>['task']) {
  const stop = createStop();
  return latest.run(key, stop, task(stop));
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('latest', () => {
  it('runs once per task when they come one after another', async () => {
    const { runs, task } = manual();
    const latest = createLatest();
    for (let turn = 0; turn < 3; turn += 1) {
      const reply = run(latest, 'a', task);
      await settled();
      runs[turn]?.end();
      expect(await reply).toEqual(ok(turn));
    }
    expect(runs).toHaveLength(3);
  });

  it('stops the one under way and, of those that come meanwhile, runs only the newest', async () => {
    const { runs, task } = manual();
    const latest = createLatest();
    const replies = [run(latest, 'a', task)];
    await settled();
    for (let turn = 0; turn < 5; turn += 1) replies.push(run(latest, 'a', task));
    expect(runs[0]?.stop.isStopped()).toBe(true);
    await settled();
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await settled();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    const outcomes = await Promise.all(replies);
    expect(outcomes.slice(1, 5).every((reply) => !reply.ok && reply.error.kind === 'cancelled')).toBe(true);
    expect(outcomes[5]).toEqual(ok(1));
  });

  it('keeps keys apart and stops them all', async () => {
    const { runs, task } = manual();
    const latest = createLatest();
    void run(latest, 'a', task);
    void run(latest, 'b', task);
    await settled();
    latest.stop('a');
    expect(runs.map((run) => run.stop.isStopped())).toEqual([true, false]);
    latest.stopAll();
    expect(runs.map((run) => run.stop.isStopped())).toEqual([true, true]);
  });

  it('goes on after a task that rejects, and hands the rejection to its caller', async () => {
    const latest = createLatest();
    const broken = latest.run('a', createStop(), () => Promise.reject(new Error('bug')));
    await settled();
    const next = latest.run('a', createStop(), async () => ok('fine'));
    await expect(broken).rejects.toThrow('bug');
    expect(await next).toEqual(ok('fine'));
  });
});
