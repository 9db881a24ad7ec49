import { describe, expect, it } from 'vitest';
import { createDrawMemory } from '../../../electron/engine/draw-memory.ts';
import type { ModelJobs } from '../../../electron/engine/model-jobs.ts';
import { cancelled, overdueFault } from '../../../electron/engine/run-fault.ts';
import type { Runner } from '../../../electron/engine/runner.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import { runPieces } from '../../../electron/engine/stretches.ts';
import type { Outcome } from '../../../shared/base/outcome.ts';
import { fail, ok } from '../../../shared/base/outcome.ts';
import type { Fault } from '../../../shared/contract/fault.ts';

/** A runner that gives one answer after another, whatever it is asked. */
function answering(replies: readonly Outcome<unknown, Fault>[]): Runner<ModelJobs> {
  const left = [...replies];
  return {
    threads: 2,
    hasUrgentThread: false,
    memory: createDrawMemory(1024),
    run: async () => (left.shift() ?? fail(cancelled)) as never,
    close: async () => undefined,
  };
}

const asked = { table: { buffer: new SharedArrayBuffer(0), offset: 0, bytes: 0 } };
const piece = { ...asked, shape: { dimensions: 1, outputs: 1, rows: 1 }, seed: 1, from: 0, to: 1 };

describe('work cut into pieces', () => {
  it('is over with the fault that says why, not with the stop it brought to the pieces before it', async () => {
    const overdue = overdueFault(30_000);
    const runner = answering([fail(cancelled), fail(overdue), fail(cancelled)]);
    const done = await runPieces(runner, 'indices', [piece, piece, piece], createStop());
    expect(done).toEqual(fail(overdue));
  });

  it('is cancelled where nothing but a stop ended it', async () => {
    const runner = answering([ok([]), fail(cancelled)]);
    expect(await runPieces(runner, 'indices', [piece, piece], createStop())).toEqual(fail(cancelled));
  });

  it('gives what the pieces gave in their order, lists as they are', async () => {
    const runner = answering([ok(['first']), ok(['second', 'third'])]);
    const done = await runPieces(runner, 'indices', [piece, piece], createStop());
    expect(done).toEqual(ok([['first'], ['second', 'third']]));
  });
});
