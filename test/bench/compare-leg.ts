import { resolve } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { buildBridge } from '../../electron/engine/compare/build-bridge.ts';
import { compareOutcomes } from '../../electron/engine/compare/compare-outcomes.ts';
import type { ModelJobs } from '../../electron/engine/model-jobs.ts';
import { createPool } from '../../electron/engine/pool.ts';
import type { Runner } from '../../electron/engine/runner.ts';
import { simulateInRounds } from '../../electron/engine/split.ts';
import { createStop } from '../../electron/engine/stop.ts';
import { timedMeasures } from './deal-book.ts';
import { type Leg, medianTimeOf, type Row } from './measure.ts';
import { baseDeal } from './scenarios.ts';

const worker = resolve('dist/worker/worker.js');
const draws = 10_000;
const spend = 'spend.billed.cumulative';
const end = { year: 2038, month: 3 };
const dates = [...Array.from({ length: 12 }, (_, at) => ({ year: 2026 + at, month: 12 })), end];

/** The base deal with eight inputs changed, all of which reach the bill. */
function changed(base: ScenarioSource): ScenarioSource {
  const edits = [
    ['up to 5 GW', 'up to 4 GW'],
    ['uniform(0.5, 1.5) GW', 'uniform(0.5, 1) GW'],
    ['-5 to 25 %/year', '5 to 20 %/year'],
    ['uniform(70 %, 100 %)', '80 %'],
    ['uniform(80 %, 100 %)', '90 %'],
    ['uniform(6, 15) months', 'uniform(9, 18) months'],
    ['uniform(30 %, 60 %)', 'uniform(35 %, 55 %)'],
    ['uniform(3 %, 10 %)', '8 %'],
  ] as const;
  const text = edits.reduce((before, [from, to]) => {
    invariant(before.includes(from), `the base deal says ${from}`);
    return before.replace(from, to);
  }, base.text);
  return { ...base, id: 'changed.scenario.yaml', text };
}

const keyed = (source: ScenarioSource) => ({ hash: `${source.id} ${source.text.length}`, source });

async function simulateOne(runner: Runner<ModelJobs>, source: ScenarioSource): Promise<void> {
  const control = { stop: createStop(), onRound: () => undefined, now: () => performance.now() };
  const request = { scenario: keyed(source), measures: timedMeasures, draws };
  const result = await simulateInRounds(runner, request, control);
  invariant(result.ok && result.value.done === draws, 'one scenario is simulated');
}

async function compareTwo(
  runner: Runner<ModelJobs>,
  base: ScenarioSource,
  other: ScenarioSource,
): Promise<void> {
  const result = await compareOutcomes(
    runner,
    {
      scenarios: [keyed(base), keyed(other)],
      base: 0,
      measures: timedMeasures,
      at: dates,
      focus: { measure: spend, at: end },
      draws,
    },
    {
      stop: createStop(),
      onRound: () => undefined,
      now: () => performance.now(),
    },
  );
  invariant(result.ok && result.value.done === draws, 'two scenarios are compared');
}

async function bridge(
  runner: Runner<ModelJobs>,
  base: ScenarioSource,
  other: ScenarioSource,
  at: { readonly year: number; readonly month: number },
  made: number | null,
): Promise<void> {
  let heard = 0;
  const result = await buildBridge(
    runner,
    {
      base: keyed(base),
      other: keyed(other),
      figure: { measure: spend, at },
      grouping: 'input',
      statistic: made === null ? 'central' : 'mean',
      draws: made ?? undefined,
    },
    {
      stop: createStop(),
      onProgress: () => {
        heard += 1;
      },
    },
  );
  invariant(
    result.ok && result.value.parts.length === 8 && result.value.isExact,
    'a bridge over eight inputs',
  );
  invariant(made === null || heard > 3, 'a long bridge tells how far it is');
}

/** Two scenarios side by side, and the bridge between them. */
export const compareLeg: Leg = {
  name: 'compare',
  run: async () => {
    const rows: Row[] = [];
    const add = (what: string, value: number, goal: number | null, more: Partial<Row> = {}): void => {
      rows.push({ leg: 'compare', what, value, unit: 'ms', goal, ...more });
    };
    const runner = createPool<ModelJobs>({
      worker,
      threads: 2,
      reportDefect: (what, stack) => {
        process.stderr.write(`${what}\n${stack}\n`);
        return 'bench';
      },
    });
    const base = baseDeal();
    const other = changed(base);
    // In turns, so that both see the same machine.
    const ones: number[] = [];
    const twos: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      ones.push(await medianTimeOf(1, turn === 0 ? 1 : 0, () => simulateOne(runner, base)));
      twos.push(await medianTimeOf(1, turn === 0 ? 1 : 0, () => compareTwo(runner, base, other)));
    }
    const [one, two] = [ones, twos].map((times) => times.sort((a, b) => a - b)[2] ?? Number.NaN);
    add('one scenario, 10,000 draws, 8 bands', one ?? Number.NaN, null);
    add('two scenarios, 10,000 paired draws, 104 rows', two ?? Number.NaN, null);
    add('two paired against one', (two ?? Number.NaN) / (one ?? Number.NaN), 2.1, { unit: '×' });
    const central = await medianTimeOf(15, 5, () => bridge(runner, base, other, end, null));
    add('exact bridge over 8 inputs, central path', central, 50);
    const middle = await medianTimeOf(2, 1, () =>
      bridge(runner, base, other, { year: 2030, month: 12 }, 2_000),
    );
    add('exact bridge over 8 inputs, 2,000 draws, to 2030', middle, 3_000);
    const late = await medianTimeOf(2, 0, () => bridge(runner, base, other, end, 2_000));
    add('exact bridge over 8 inputs, 2,000 draws, to the end', late, 3_000);
    await runner.close();
    return rows;
  },
};
