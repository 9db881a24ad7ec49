import { resolve } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { AnalysisWork } from '../../electron/engine/analysis/analysis-work.ts';
import { distribution } from '../../electron/engine/analysis/distribution.ts';
import { seekInput } from '../../electron/engine/analysis/seek-input.ts';
import { sensitivity } from '../../electron/engine/analysis/sensitivity.ts';
import { sweepInputs } from '../../electron/engine/analysis/sweep-inputs.ts';
import { createKeptDraws } from '../../electron/engine/kept-draws.ts';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import type { Runner } from '../../electron/engine/runner.ts';
import { createStop, type Stop } from '../../electron/engine/stop.ts';
import { drawsFor } from '../../electron/service/draws-for.ts';
import { type Leg, percentile, type Row } from './measure.ts';
import { baseDeal } from './scenarios.ts';

type Analysis = (work: AnalysisWork) => Promise<Outcome<unknown, Fault>>;

const of = 'spend.billed.cumulative';
const input = 'assumptions.price-decline';
const about = { of, at: null, isByMonth: true } as const;
const inDraws = { share: 0.9, side: 'at-least', draws: 2048 } as const;

/** Every analysis as the screen asks for it. */
const analyses: Readonly<Record<string, Analysis>> = {
  'rank sensitivity by month, draws in hand': (work) => sensitivity(work, { ...about, method: 'rank' }),
  'tornado by month': (work) => sensitivity(work, { ...about, method: 'tornado' }),
  'Sobol indices by quarter, 512 rows': (work) => sensitivity(work, { ...about, method: 'sobol' }),
  'goal seek on the central path': (work) =>
    seekInput(work, { of, at: null, input, target: 500e9, inDraws: null }),
  'goal seek in 90 % of 2,048 draws': (work) =>
    seekInput(work, { of, at: null, input, target: 400e9, inDraws }),
  'sweep of two, 64 runs': (work) =>
    sweepInputs(work, {
      of,
      at: null,
      first: { input, steps: 8 },
      second: { input: 'assumptions.discount', steps: 8 },
    }),
  'distribution and condition, draws in hand': (work) =>
    distribution(work, { of, at: null, condition: { comparison: 'at-least', value: 400e9 } }),
};

function session(runner: Runner<ModelJobs>): (stop: Stop) => AnalysisWork {
  const draws = createKeptDraws(runner.memory);
  const source = baseDeal();
  const scenario = { hash: source.text, source };
  return (stop) => ({
    ...{ runner, scenario, stop, onProgress: () => undefined },
    drawsOf: (measures) => drawsFor({ runner, draws }, scenario, measures, stop, () => undefined),
  });
}

/** Milliseconds from the wish to stop, somewhere on the way, to the answer. */
async function stopping(
  analysis: Analysis,
  work: (stop: Stop) => AnalysisWork,
  after: number,
): Promise<number> {
  const stop = createStop();
  const reply = analysis(work(stop));
  await new Promise((done) => setTimeout(done, after));
  const started = performance.now();
  stop.stop();
  await reply;
  return performance.now() - started;
}

/** The analyses over real threads, the built worker, and how soon they stop. */
export const analysisLeg: Leg = {
  name: 'analysis',
  run: async () => {
    const rows: Row[] = [];
    const add = (what: string, value: number, goal: number | null): void => {
      rows.push({ leg: 'analysis', what, value, unit: 'ms', goal });
    };
    const runner = createPool<ModelJobs>({
      worker: resolve('dist/worker/worker.js'),
      threads: 2,
      reportDefect: (what, stack) => {
        process.stderr.write(`${what}\n${stack}\n`);
        return 'bench';
      },
    });
    const work = session(runner);
    const drawn = await work(createStop()).drawsOf([of]);
    invariant(drawn.ok, 'the base deal can be drawn');
    const stops: number[] = [];
    for (const [name, analysis] of Object.entries(analyses)) {
      const times: number[] = [];
      for (let run = 0; run < 4; run += 1) {
        const started = performance.now();
        const reply = await analysis(work(createStop()));
        invariant(reply.ok, `${name} has an answer: ${reply.ok ? '' : JSON.stringify(reply.error)}`);
        if (run > 0) times.push(performance.now() - started);
      }
      const whole = percentile(times, 0.5);
      add(name, whole, null);
      for (let at = 1; at <= 5; at += 1) stops.push(await stopping(analysis, work, (whole * at) / 7));
    }
    const long: Analysis = (each) => sensitivity(each, { ...about, method: 'sobol', rows: 8192 });
    for (let at = 1; at <= 15; at += 1) stops.push(await stopping(long, work, 40 + 17 * at));
    add('from the wish to stop to the answer, median', percentile(stops, 0.5), 5);
    add('from the wish to stop to the answer, nine in ten', percentile(stops, 0.9), null);
    await runner.close();
    return rows;
  },
};
