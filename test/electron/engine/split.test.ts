import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SimulationResult } from '#shared/contract/results.ts';
import { createDrawMemory } from '../../../electron/engine/draw-memory.ts';
import { createInlineRunner } from '../../../electron/engine/inline.ts';
import type { DrawnRun } from '../../../electron/engine/kept-draws.ts';
import type { KeyedSource } from '../../../electron/engine/keyed-source.ts';
import type { ModelJobs } from '../../../electron/engine/model-jobs.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { createPool } from '../../../electron/engine/pool.ts';
import type { Runner } from '../../../electron/engine/runner.ts';
import { simulateInRounds } from '../../../electron/engine/split.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import { smallText } from '../../contract/suite.ts';
import { bundle } from '../../support/bundle.ts';
import { uncertainText } from './analysis/bench.ts';

const measures = ['capacity.online', 'spend.billed', 'energy'];

function scenario(text = smallText): KeyedSource {
  return { hash: text, source: { id: 'small.scenario.yaml', text, files: {} } };
}

function failOnDefect(what: string, stack: string): never {
  throw new Error(`${what}: ${stack}`);
}

function inline(memory = createDrawMemory()): Runner<ModelJobs> {
  return createInlineRunner(createModelPerformers(), failOnDefect, memory);
}

async function pool(threads: number, memory = createDrawMemory()): Promise<Runner<ModelJobs>> {
  const worker = await bundle('electron/engine/worker.ts');
  const runner = createPool<ModelJobs>({ worker, threads, memory, reportDefect: failOnDefect });
  onTestFinished(() => runner.close());
  return runner;
}

type Reply = Outcome<unknown, Fault>;

/** A runner that notes what is asked of it, and may answer otherwise. */
function watched(
  inner: Runner<ModelJobs>,
  answer: (name: string, reply: Reply) => Reply = (_, reply) => reply,
) {
  const jobs: string[] = [];
  let drawn = 0;
  const run: Runner<ModelJobs>['run'] = async (name, input, options) => {
    jobs.push(name);
    if (name === 'draw' && 'from' in input && 'to' in input) drawn += input.to - input.from;
    return answer(name, await inner.run(name, input, options)) as never;
  };
  return { runner: { ...inner, run }, jobs, drawn: () => drawn };
}

async function simulated(
  runner: Runner<ModelJobs>,
  options: { draws?: number; text?: string; rounds?: SimulationResult[] } = {},
): Promise<SimulationResult> {
  const { draws, text, rounds = [] } = options;
  const reply = await simulateInRounds(
    runner,
    { scenario: scenario(text), measures, draws },
    { stop: createStop(), now: () => 0, onRound: (round) => void rounds.push(round) },
  );
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

describe('simulateInRounds', () => {
  it('gives the same bits in little memory, measures drawn a few at a time, and settles after the same draws', async () => {
    const settling = uncertainText.replace('draws: 2048, settle-at: 0 %', 'draws: 5000, settle-at: 1.5 %');
    for (const text of [uncertainText, settling]) {
      const rounds: SimulationResult[] = [];
      const whole = await simulated(inline(), { text, rounds });
      // Three measures of 2,048 draws over 24 months take 1.2 MB.
      for (const kilobytes of [3_100, 2_100, 1_050]) {
        const fewRounds: SimulationResult[] = [];
        const memory = createDrawMemory(kilobytes * 1024);
        expect(await simulated(inline(memory), { text, rounds: fewRounds })).toStrictEqual(whole);
        expect(fewRounds).toStrictEqual(rounds);
        expect(memory.bytesInUse()).toBe(0);
      }
    }
  });

  it('gives the same bits of draws that are summed up as they come, on one thread and two, and leaves none behind', async () => {
    const text = uncertainText.replace('capacity.online <= 2 GW', 'capacity.online <= 1.7 GW');
    const draws = 30_000;
    const whole = await simulated(inline(), { text, draws });
    // All at once would take 17 MB, one measure 6; the first 16,384 draws of all take 10.
    const memory = () => createDrawMemory(15 * 1024 * 1024);
    for (const runner of [inline(memory()), await pool(1, memory()), await pool(2, memory())]) {
      const asked = watched(runner);
      expect(await simulated(asked.runner, { text, draws })).toStrictEqual(whole);
      expect(asked.jobs).toContain('sift');
      // None is drawn twice, but for those that tell how wide the bins are.
      expect(asked.drawn()).toBe(draws);
      expect(runner.memory.bytesInUse()).toBe(0);
    }
  });

  it('keeps of draws that were summed up as they came how many they were, and no measure', async () => {
    const kept: DrawnRun[] = [];
    const request = { scenario: scenario(uncertainText), measures, draws: 30_000 };
    const control = { stop: createStop(), now: () => 0, onRound: () => undefined };
    const memory = createDrawMemory(15 * 1024 * 1024);
    await simulateInRounds(inline(memory), request, { ...control, keep: (run) => kept.push(run) });
    expect(kept).toMatchObject([{ measures: [], done: 30_000, shared: { layout: { draws: 30_000 } } }]);
    for (const { lease } of kept) lease.release();
    expect(memory.bytesInUse()).toBe(0);
  });

  it('makes measures again of which the first draws foretold too little, with the same bits', async () => {
    const draws = 30_000;
    const whole = await simulated(inline(), { draws, text: uncertainText });
    const asked = watched(inline(createDrawMemory(15 * 1024 * 1024)), (name, reply) =>
      // As if one slice of the second measure had not been told.
      name === 'close' && reply.ok ? { ...reply, value: [25] } : reply,
    );
    expect(await simulated(asked.runner, { draws, text: uncertainText })).toStrictEqual(whole);
    expect(asked.drawn()).toBe(2 * draws);
  });

  it.each(['draw', 'scout', 'aim', 'sift', 'close'])(
    'stops at any step of draws that are summed up as they come, and leaves no memory behind (%s)',
    async (step) => {
      const stop = createStop();
      const runner = inline(createDrawMemory(15 * 1024 * 1024));
      const asked = watched(runner, (name, reply) => {
        if (name === step && asked.drawn() >= 16_384) stop.stop();
        return reply;
      });
      const request = { scenario: scenario(uncertainText), measures, draws: 30_000 };
      const control = { stop, now: () => 0, onRound: () => undefined, keep: () => expect.unreachable() };
      expect(await simulateInRounds(asked.runner, request, control)).toEqual({
        ok: false,
        error: { kind: 'cancelled' },
      });
      expect(runner.memory.bytesInUse()).toBe(0);
    },
  );

  it('is refused before it starts where even that does not fit, with the numbers', async () => {
    const request = { scenario: scenario(uncertainText), measures };
    const control = { stop: createStop(), now: () => 0, onRound: () => expect.unreachable() };
    const refused = await simulateInRounds(inline(createDrawMemory(300 * 1024)), request, control);
    const numbers =
      /2048 draws of 3 measures over 24 months \(1 of them at a time\) need 1 MB; at most 1 MB are allowed/;
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'too-large', message: expect.stringMatching(numbers) },
    });
  });

  it('waits while others have the memory, and begins when one of them ends or is stopped with it', async () => {
    const memory = createDrawMemory(600 * 1024);
    const other = memory.take(500 * 1024);
    const request = { scenario: scenario(uncertainText), measures };
    const rounds: SimulationResult[] = [];
    const stop = createStop();
    const control = { now: () => 0, onRound: (round: SimulationResult) => void rounds.push(round) };
    const given = simulateInRounds(inline(memory), request, { ...control, stop });
    const waiting = simulateInRounds(inline(memory), request, { ...control, stop: createStop() });
    await new Promise((done) => setTimeout(done, 50));
    expect(rounds).toEqual([]);
    stop.stop();
    expect(await given).toEqual({ ok: false, error: { kind: 'cancelled' } });
    other?.release();
    expect(await waiting).toMatchObject({ ok: true, value: { done: 2_048 } });
    expect(memory.bytesInUse()).toBe(0);
  });

  it('leaves no memory behind when it is stopped, and only what is kept when it ends', async () => {
    const memory = createDrawMemory();
    const runner = inline(memory);
    const request = { scenario: scenario(), measures, draws: 5_000 };
    const stop = createStop();
    await simulateInRounds(runner, request, { stop, now: () => 0, onRound: () => stop.stop() });
    expect(memory.bytesInUse()).toBe(0);
    const kept: (() => void)[] = [];
    await simulateInRounds(runner, request, {
      stop: createStop(),
      now: () => 0,
      onRound: () => undefined,
      keep: ({ lease }) => kept.push(lease.release),
    });
    expect(memory.bytesInUse()).toBeGreaterThan(0);
    for (const release of kept) release();
    expect(memory.bytesInUse()).toBe(0);
  });

  it('gives the same bits in this thread and on one, two and four', async () => {
    const expected = await simulated(inline());
    for (const threads of [1, 2, 4]) expect(await simulated(await pool(threads))).toStrictEqual(expected);
  });

  it('shows the first bands after 256 draws and more after every round', async () => {
    const rounds: SimulationResult[] = [];
    const { done } = await simulated(inline(), { draws: 5_000, rounds });
    expect([...rounds.map((round) => round.done), done]).toEqual([256, 2048, 5_000]);
  });

  it('keeps what a round has shown when the next overwrites shared memory', async () => {
    const rounds: SimulationResult[] = [];
    await simulated(inline(), { draws: 1_500, rounds });
    const alone = await simulated(inline(), { draws: 256 });
    expect(rounds[0]?.bands.map(({ mean }) => mean)).toEqual(alone.bands.map(({ mean }) => mean));
  });

  it('stops by itself once the figures are settled, after the same draws on any number of threads', async () => {
    const text = smallText
      .replace('settle-at: 0 %', 'settle-at: 2 %')
      .replace('draws: 1000', 'draws: 100000');
    const { done, wanted, isSettled, worstError } = await simulated(inline(), { text });
    expect([wanted, isSettled]).toEqual([100_000, true]);
    expect(done).toBeLessThan(100_000);
    expect(worstError).toBeLessThanOrEqual(0.02);
    expect((await simulated(await pool(2), { text })).done).toBe(done);
  });

  it('counts the draws that break a check and the first month in which one does', async () => {
    const text = smallText.replace('capacity.online <= 2 GW', 'capacity.online <= 1.7 GW');
    const { checks } = await simulated(inline(), { text });
    expect(checks).toHaveLength(1);
    expect(checks[0]?.brokenShare).toBeGreaterThan(0.1);
    expect(checks[0]?.brokenShare).toBeLessThan(0.9);
    expect(checks[0]?.firstBrokenMonth).toBe(12);
  });

  it('stops within a chunk when it is told to, and hands on what is wrong with the text', async () => {
    const stop = createStop();
    const request = { scenario: scenario(), measures, draws: 500_000 };
    const run = simulateInRounds(inline(), request, { stop, now: () => 0, onRound: () => stop.stop() });
    expect(await run).toEqual({ ok: false, error: { kind: 'cancelled' } });
    const broken = { scenario: scenario('offtake: 1\n'), measures };
    const refused = await simulateInRounds(inline(), broken, {
      stop: createStop(),
      now: () => 0,
      onRound: () => undefined,
    });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid-scenario' } });
  });

  it('says at the line concerned that correlations do not fit one another', async () => {
    const uncertain = smallText
      .replace('it-power: 1000 W', 'it-power: 900 to 1100 W')
      .replace('$2/chip-hour', '$1/chip-hour to $3/chip-hour');
    const text = `${uncertain}correlations:
  - [ deals.cloud.capacity.phases.second.power, generations.chip.it-power, 0.9 ]
  - [ generations.chip.it-power, generations.chip.price.list, 0.9 ]
  - [ generations.chip.price.list, deals.cloud.capacity.phases.second.power, -0.9 ]
`;
    const reply = await inline().run('project', { scenario: scenario(text), known: [] });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-scenario' } });
    if (reply.ok || reply.error.kind !== 'invalid-scenario') return;
    expect(reply.error.problems.some(({ code, line }) => code === 'correlation' && line > 1)).toBe(true);
  });

  it('names the model a text comes to: the same for a remark, another for any number, width or seed', async () => {
    const runner = inline();
    const modelOf = async (text: string) => {
      const reply = await runner.run('project', { scenario: scenario(text), known: [] });
      if (!reply.ok) throw new Error('a projection was expected');
      return reply.value.model;
    };
    const first = await modelOf(uncertainText);
    expect(await modelOf(`${uncertainText}# a remark\n`)).toBe(first);
    const others = [
      uncertainText.replace('ceiling: 2 GW', 'ceiling: 3 GW'),
      uncertainText.replace('uniform(900, 1100) W', 'uniform(950, 1050) W'),
      uncertainText.replace(/seed: \d+/, 'seed: 99'),
      uncertainText.replace(/draws: \d+/, 'draws: 77'),
    ];
    const models = await Promise.all(others.map(modelOf));
    expect(new Set([first, ...models]).size).toBe(others.length + 1);
  });

  it('does not read a text again that it has just read', async () => {
    const runner = inline();
    const first = await runner.run('project', { scenario: scenario(), known: [] });
    const second = await runner.run('project', { scenario: scenario(), known: [] });
    if (!first.ok || !second.ok) throw new Error('a projection was expected');
    expect(first.value.took.read).toBeGreaterThan(0);
    expect(second.value.took.read).toBe(0);
  });
});
