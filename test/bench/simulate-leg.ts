import { resolve } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import type { Runner } from '../../electron/engine/runner.ts';
import { simulateInRounds } from '../../electron/engine/split.ts';
import { createStop } from '../../electron/engine/stop.ts';
import { hashSource } from '../../electron/service/hash-source.ts';
import { timedMeasures } from './deal-book.ts';
import { type Leg, percentile, type Row } from './measure.ts';
import { peakMemoryOf } from './peak-memory.ts';
import { baseDeal, fullBook } from './scenarios.ts';

const worker = resolve('dist/worker/worker.js');

function poolOf(threads: number): Runner<ModelJobs> {
  return createPool<ModelJobs>({
    worker,
    threads,
    reportDefect: (what, stack) => {
      process.stderr.write(`${what}\n${stack}\n`);
      return 'bench';
    },
  });
}

interface Timing {
  readonly whole: number;
  readonly first: number;
}

/** One whole simulation without stopping early, and the moment of its first bands. */
async function timed(
  runner: Runner<ModelJobs>,
  source: ScenarioSource,
  draws: number,
  measures: readonly string[],
): Promise<Timing> {
  const started = performance.now();
  let first = Number.NaN;
  const text = source.text.replace(/settle-at: [\d.]+ %/, 'settle-at: 0 %');
  const result = await simulateInRounds(
    runner,
    {
      scenario: { hash: hashSource({ ...source, text }), source: { ...source, text } },
      measures,
      draws,
    },
    {
      stop: createStop(),
      onRound: () => {
        if (Number.isNaN(first)) first = performance.now() - started;
      },
      now: () => performance.now(),
    },
  );
  invariant(result.ok && result.value.done === draws, `the simulation of ${source.id} makes ${draws} draws`);
  return { whole: performance.now() - started, first };
}

async function medians(
  runner: Runner<ModelJobs>,
  source: ScenarioSource,
  draws: number,
  runs: number,
  measures = timedMeasures,
): Promise<Timing> {
  await timed(runner, source, Math.min(draws, 2048), measures);
  const times: Timing[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(runner, source, draws, measures));
  return {
    whole: percentile(
      times.map(({ whole }) => whole),
      0.5,
    ),
    first: percentile(
      times.map(({ first }) => first),
      0.5,
    ),
  };
}

/** Milliseconds from the wish to stop, at moments all over a run, to the answer. */
async function stopping(
  runner: Runner<ModelJobs>,
  source: ScenarioSource,
  draws: number,
  times: number,
): Promise<number[]> {
  const scenario = { hash: hashSource(source), source };
  const took: number[] = [];
  for (let time = 1; time <= times; time += 1) {
    const stop = createStop();
    const request = { scenario, measures: timedMeasures, draws };
    const control = { stop, onRound: () => undefined, now: () => performance.now() };
    const reply = simulateInRounds(runner, request, control);
    await new Promise((done) => setTimeout(done, (draws / 2_400) * time));
    const started = performance.now();
    stop.stop();
    const { ok } = await reply;
    if (!ok) took.push(performance.now() - started);
  }
  return took;
}

/** How much faster many threads are than one on the deal book; in turns, so that both see the same machine. */
async function speedUp(one: Runner<ModelJobs>, many: Runner<ModelJobs>): Promise<number> {
  const times: { readonly one: number; readonly many: number }[] = [];
  await medians(one, fullBook(), 10_000, 1);
  for (let turn = 0; turn < 9; turn += 1) {
    const alone = await timed(one, fullBook(), 10_000, timedMeasures);
    const together = await timed(many, fullBook(), 10_000, timedMeasures);
    times.push({ one: alone.whole, many: together.whole });
  }
  const median = (pick: 'one' | 'many'): number =>
    percentile(
      times.map((turn) => turn[pick]),
      0.5,
    );
  return median('one') / median('many');
}

/** Monte Carlo over real threads, the built worker. */
export const simulateLeg: Leg = {
  name: 'simulate',
  run: async () => {
    const rows: Row[] = [];
    const add = (what: string, value: number, goal: number | null, more: Partial<Row> = {}): void => {
      rows.push({ leg: 'simulate', what, value, unit: 'ms', goal, ...more });
    };
    const two = poolOf(2);
    const book = await medians(two, fullBook(), 10_000, 5);
    add('deal book, 10,000 draws × 144 months, 8 bands', book.whole, 400);
    add('deal book, first bands', book.first, 150);
    const base = await medians(two, baseDeal(), 10_000, 5);
    add('base deal, 10,000 draws', base.whole, 200);
    const few = await medians(two, baseDeal(), 100_000, 1, timedMeasures.slice(0, 3));
    add('base deal, 100,000 draws, 3 bands', few.whole, 2000);
    // All eight at once would hold more numbers than memory allows: they are summed up as they come.
    const many = await medians(two, baseDeal(), 100_000, 3);
    add('base deal, 100,000 draws, 8 bands', many.whole, 2000);
    const file = 'scenarios/amazon-anthropic.scenario.yaml';
    const words = ['simulate', file, '--draws', '100000', '--json', '--measures', timedMeasures.join(',')];
    add('most memory of that from the command line', await peakMemoryOf(words), 600, { unit: 'MB' });
    // What the cost grows with, beside the first line: half and twice of each.
    for (const draws of [5_000, 20_000]) {
      const { whole } = await medians(two, fullBook(), draws, 3);
      add(`deal book, ${draws.toLocaleString('en')} draws`, whole, null);
    }
    for (const years of [6, 24]) {
      const { whole } = await medians(two, fullBook({ years }), 10_000, 3);
      add(`deal book, ${12 * years} months`, whole, null);
    }
    for (const phases of [3, 12]) {
      const { whole } = await medians(two, fullBook({ phases }), 10_000, 3);
      add(`deal book, ${5 * phases} phases instead of 30`, whole, null);
    }
    const stops = await stopping(two, fullBook(), 40_000, 24);
    add('from the wish to stop to the answer, deal book, median', percentile(stops, 0.5), 5);
    add('from the wish to stop to the answer, deal book, nine in ten', percentile(stops, 0.9), null);
    const sifted = await stopping(two, baseDeal(), 100_000, 24);
    add('the same where draws are summed up as they come, median', percentile(sifted, 0.5), 5);
    add('the same, nine in ten', percentile(sifted, 0.9), null);
    const one = poolOf(1);
    const ratio = await speedUp(one, two);
    await Promise.all([one.close(), two.close()]);
    add('two threads against one', ratio, 1.8, { unit: '×', isGoalAFloor: true });
    return rows;
  },
};
