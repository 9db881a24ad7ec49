import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '#shared/contract/results.ts';
import { simulateInRounds } from '../../../electron/engine/split.ts';
import { createStop } from '../../../electron/engine/stop.ts';
import { answerOf, inline, uncertainText } from './analysis/bench.ts';

const measures = ['capacity.online', 'spend.billed.cumulative', 'provider.cash', 'customer.cash'];

async function simulated(text: string): Promise<SimulationResult> {
  const scenario = { hash: text, source: { id: 'deal.scenario.yaml', text, files: {} } };
  const control = { stop: createStop(), now: () => 0, onRound: () => undefined };
  return answerOf(await simulateInRounds(inline(), { scenario, measures }, control));
}

describe('the draws of a scenario', () => {
  it('of what is there stay the same bits when an input is added, moved or removed', async () => {
    const whole = await simulated(uncertainText);
    const bandsOf = (result: SimulationResult, ids: readonly string[]) =>
      result.bands.filter(({ id }) => ids.includes(id));
    // The margin is the provider's affair alone; without it nothing else may move.
    const removed = await simulated(uncertainText.replace('"uniform(20 %, 50 %)"', '35 %'));
    const rest = ['capacity.online', 'spend.billed.cumulative', 'customer.cash'];
    expect(bandsOf(removed, rest)).toStrictEqual(bandsOf(whole, rest));
    expect(bandsOf(removed, ['provider.cash'])).not.toStrictEqual(bandsOf(whole, ['provider.cash']));
    // A generation nobody buys comes first in the file, with inputs of its own.
    const added = uncertainText.replace(
      'generations:\n',
      `generations:
  idle: { available: uniform(2025-01, 2026-01), peak: { bf16: 1 PFLOP/s }, it-power: "uniform(500, 900) W", price: { list: $1/chip-hour } }
`,
    );
    expect(added).not.toBe(uncertainText);
    expect((await simulated(added)).bands).toStrictEqual(whole.bands);
    const [before, section, after] = splitAt(uncertainText, 'finances:', 'checks:');
    const moved = await simulated(before.replace('generations:\n', `${section}generations:\n`) + after);
    expect(moved.bands).toStrictEqual(whole.bands);
  });

  it.each(['sobol', 'plain'])('stop early with errors that hold, 19 times in 20 (%s)', async (method) => {
    const repeats = 60;
    const held = { mean: 0, p5: 0, p50: 0, p95: 0 };
    const made = new Set<number>();
    for (let seed = 1; seed <= repeats; seed += 1) {
      const text = uncertainText
        .replace('seed: 7', `seed: ${seed}`)
        .replace('draws: 2048, settle-at: 0 %', `draws: 200000, sampling: ${method}, settle-at: 1.5 %`);
      const { bands, done, wanted, isSettled, worstError } = await simulated(text);
      expect(isSettled).toBe(true);
      expect(done).toBeLessThan(wanted);
      expect(worstError).toBeLessThanOrEqual(0.015);
      made.add(done);
      // Power online in the first month is the first phase alone: uniform from 500 to 1500 MW.
      const [online] = bands;
      if (online === undefined) throw new Error('no bands');
      const covers = (value: Float64Array, error: Float64Array, truth: number): number =>
        Number(Math.abs((value[0] ?? 0) - truth) <= 1.96 * (error[0] ?? 0));
      held.mean += covers(online.mean, online.standardError, 1000);
      held.p5 += covers(online.p5, online.p5Error, 550);
      held.p50 += covers(online.p50, online.medianError, 1000);
      held.p95 += covers(online.p95, online.p95Error, 1450);
    }
    expect([...made].every((done) => done >= 256)).toBe(true);
    // 57 of 60 are expected; fewer than 51 would happen once in 300 times if the errors were honest.
    for (const count of Object.values(held)) expect(count).toBeGreaterThanOrEqual(51);
  });
});

function splitAt(text: string, first: string, second: string): readonly [string, string, string] {
  const [from, to] = [text.indexOf(first), text.indexOf(second)];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}
