import { describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { actuals } from '../../../../electron/engine/analysis/actuals.ts';
import type { AnalysisWork } from '../../../../electron/engine/analysis/analysis-work.ts';
import { distribution } from '../../../../electron/engine/analysis/distribution.ts';
import { seekInput } from '../../../../electron/engine/analysis/seek-input.ts';
import { sensitivity } from '../../../../electron/engine/analysis/sensitivity.ts';
import { sweepInputs } from '../../../../electron/engine/analysis/sweep-inputs.ts';
import { createStop } from '../../../../electron/engine/stop.ts';
import { answerOf, inline, pool, workOver } from './bench.ts';

const of = 'spend.billed.cumulative';
const power = 'deals.cloud.capacity.phases.first.power';
const price = 'generations.chip.price.list';

/** One of every kind, with each way to ask. */
const analyses: Readonly<Record<string, (work: AnalysisWork) => Promise<Outcome<unknown, Fault>>>> = {
  rank: (work) => sensitivity(work, { of, at: null, method: 'rank', isByMonth: true }),
  tornado: (work) => sensitivity(work, { of, at: 11, method: 'tornado', isByMonth: true }),
  sobol: (work) => sensitivity(work, { of, at: null, method: 'sobol', isByMonth: true, rows: 256 }),
  'seek on the central path': (work) =>
    seekInput(work, { of, at: null, input: power, target: 30e9, inDraws: null }),
  'seek in draws': (work) =>
    seekInput(work, {
      of,
      at: null,
      input: power,
      target: 30e9,
      inDraws: { share: 0.9, side: 'at-least', draws: 512 },
    }),
  'sweep of one': (work) =>
    sweepInputs(work, { of, at: null, first: { input: power, steps: 70 }, second: null }),
  'sweep of two': (work) =>
    sweepInputs(work, {
      of,
      at: 5,
      first: { input: power, steps: 12 },
      second: { input: price, steps: 13 },
    }),
  'sweep in draws': (work) =>
    sweepInputs(work, {
      of,
      at: 17,
      first: { input: power, steps: 9 },
      second: { input: price, steps: 8 },
      draws: 1000,
    }),
  distribution: (work) =>
    distribution(work, { of, at: null, condition: { comparison: 'at-least', value: 25e9 } }),
  actuals: (work) => actuals(work, { measures: [of] }),
};

describe('analyses on threads', () => {
  it.each(Object.keys(analyses))(
    '%s: gives the same bits here and on one, two and four threads',
    async (name) => {
      const analysis = analyses[name];
      if (analysis === undefined) throw new Error(name);
      const expected = answerOf(await analysis(workOver(inline())));
      for (const threads of [1, 2, 4]) {
        expect(answerOf(await analysis(workOver(await pool(threads))))).toStrictEqual(expected);
      }
    },
  );

  it.each(Object.keys(analyses))('%s: is cancelled at whichever of its jobs it is stopped', async (name) => {
    const analysis = analyses[name];
    if (analysis === undefined) throw new Error(name);
    /** Runs the analysis, stopping it as soon as so many jobs have been asked for; tells how many there were. */
    const stoppedAt = async (most: number) => {
      const runner = inline();
      const stop = createStop();
      let jobs = 0;
      const run: typeof runner.run = (job, input, options) => {
        jobs += 1;
        const reply = runner.run(job, input, options);
        if (jobs === most) stop.stop();
        return reply;
      };
      const reply = await analysis(workOver({ ...runner, run }, undefined, { stop }));
      return { reply, jobs };
    };
    const whole = await stoppedAt(Number.POSITIVE_INFINITY);
    expect(whole.reply.ok).toBe(true);
    for (let most = 1; most <= whole.jobs; most += Math.ceil(whole.jobs / 6)) {
      const { reply } = await stoppedAt(most);
      expect(reply).toEqual({ ok: false, error: { kind: 'cancelled' } });
    }
  });

  it('stops a long one in the middle, and leaves the threads usable', async () => {
    const runner = await pool(2);
    const stop = createStop();
    const onProgress = () => stop.stop();
    const long = { of, at: null, method: 'sobol', isByMonth: false, rows: 65_536 } as const;
    const reply = await sensitivity(workOver(runner, undefined, { stop, onProgress }), long);
    expect(reply).toEqual({ ok: false, error: { kind: 'cancelled' } });
    answerOf(await sensitivity(workOver(runner), { ...long, method: 'tornado' }));
  });
});
