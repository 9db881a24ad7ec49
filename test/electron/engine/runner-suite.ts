import { expect, it } from 'vitest';
import type { Runner } from '../../../electron/engine/runner.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import type { ToyJobs } from '../../support/toy-jobs.ts';

/** What a test gets to work with. */
export interface Bench {
  readonly runner: Runner<ToyJobs>;
  readonly defects: readonly string[];
}

/** What every runner must do, wherever it runs. */
export function describeRunner(make: () => Promise<Bench>): void {
  it('answers with the output, arrays and all', async () => {
    const { runner } = await make();
    const reply = await runner.run('double', new Float64Array([1, Number.NaN, 3]));
    expect(reply).toEqual({ ok: true, value: new Float64Array([2, Number.NaN, 6]) });
  });

  it('answers each of many jobs with its own output', async () => {
    const { runner } = await make();
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) => runner.run('double', new Float64Array([at]))),
    );
    expect(replies).toEqual(
      Array.from({ length: 50 }, (_, at) => ({ ok: true, value: new Float64Array([2 * at]) })),
    );
  });

  it('hands on an expected failure', async () => {
    const { runner, defects } = await make();
    const reply = await runner.run('refuse', 'too wide');
    expect(reply).toEqual({ ok: false, error: { kind: 'refused', message: 'too wide' } });
    expect(defects).toEqual([]);
  });

  it('turns a throw into a fault without its words, reports it, and goes on working', async () => {
    const { runner, defects } = await make();
    const reply = await runner.run('throw', 'secret');
    expect(reply).toMatchObject({ ok: false, error: { kind: 'internal', incident: 'incident-1' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(defects).toHaveLength(1);
    expect(defects[0]).toContain('secret');
    expect(await runner.run('steps', 1)).toEqual({ ok: true, value: 1 });
  });

  it('does not start what was stopped before', async () => {
    const { runner } = await make();
    const stop = createStop();
    stop.stop();
    expect(await runner.run('steps', 1, { stop })).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('reports progress that only grows', async () => {
    const { runner } = await make();
    const heard: number[] = [];
    await runner.run('steps', 40, { onProgress: (fraction) => heard.push(fraction) });
    expect(heard.length).toBeGreaterThan(10);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
  });

  it('refuses work after it was closed, and closing twice is the same as once', async () => {
    const { runner } = await make();
    await runner.close();
    await runner.close();
    expect(await runner.run('steps', 1)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
}
