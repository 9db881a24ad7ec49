import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import { simulateInRounds } from '../../electron/engine/split.ts';
import { createStop } from '../../electron/engine/stop.ts';
import type { Thread } from '../../electron/engine/thread.ts';
import { hashSource } from '../../electron/service/hash-source.ts';
import { smallText } from '../contract/suite.ts';
import { bundle } from '../support/bundle.ts';
import { randomWith } from '../support/mutate-text.ts';
import { times, tried } from './support/tried.ts';

const threads: Thread[] = [];

// The real threads, which are remembered so that the test can end one as a crash would.
vi.mock('../../electron/engine/thread.ts', async (original) => {
  const real = await original<typeof import('../../electron/engine/thread.ts')>();
  return {
    startThread: (...given: Parameters<typeof real.startThread>) => {
      const thread = real.startThread(...given);
      threads.push(thread);
      return thread;
    },
  };
});

const source = { id: 'deal.scenario.yaml', text: smallText, files: {} };
const scenario = { hash: hashSource(source), source };
const measures = ['capacity.online', 'spend.billed'];

describe('a worker that is killed', () => {
  it('in the middle of a run answers its caller, is replaced, and changes no later figure', async () => {
    const worker = await bundle(resolve('electron/engine/worker.ts'));
    const defects: string[] = [];
    const runner = createPool<ModelJobs>({
      worker,
      threads: 2,
      reportDefect: (what) => `incident-${defects.push(what)}`,
    });
    onTestFinished(() => runner.close());
    const run = (draws: number) =>
      simulateInRounds(
        runner,
        { scenario, measures, draws },
        {
          stop: createStop(),
          now: () => performance.now(),
          onRound: () => undefined,
        },
      );
    const whole = await run(2_000);
    if (!whole.ok) throw new Error(JSON.stringify(whole.error));
    const random = randomWith(3);
    const count = times(8, 60);
    let lost = 0;
    let broken = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const running = run(50_000);
      const killing = new Promise<void>((done) => {
        setTimeout(
          () =>
            void threads
              .at(-1 - (turn % 2))
              ?.end()
              .then(done),
          random() * 60,
        );
      });
      const reply = await running;
      await killing;
      if (!reply.ok) {
        broken += 1;
        if (reply.error.kind !== 'internal') lost += 1;
      }
      const again = await run(2_000);
      if (
        !again.ok ||
        again.value.bands[1]?.p95.some((value, at) => !Object.is(value, whole.value.bands[1]?.p95[at]))
      )
        lost += 1;
    }
    expect(broken).toBeGreaterThan(0);
    tried({
      what: 'worker killed in the middle of a run',
      times: count,
      lost,
      note: `${broken} runs broken and told so`,
    });
  });
});
