import { describe, expect, it } from 'vitest';
import type { SweepInput } from '#shared/contract/analysis.ts';
import { distribution } from '../../../../electron/engine/analysis/distribution.ts';
import { sweepInputs } from '../../../../electron/engine/analysis/sweep-inputs.ts';
import { answerOf, inline, uncertainText, workOver } from './bench.ts';

const of = 'spend.billed.cumulative';
const power = 'deals.cloud.capacity.phases.first.power';
const price = 'generations.chip.price.list';
const margin = 'deals.cloud.economics.margin';
const draws = 2048;
const overPower = { of, at: 20, first: { input: power, low: 500, high: 1500, steps: 5 }, second: null };

const swept = async (request: Omit<SweepInput, 'ticket' | 'scenario'>, text = uncertainText) =>
  answerOf(await sweepInputs(workOver(inline(), text), request));

/** The percentiles of a measure over the draws of a run of the text. */
async function spreadOfRun(text: string, at: number, measure = of) {
  const {
    histogram,
    bands,
    draws: made,
  } = answerOf(await distribution(workOver(inline(), text), { of: measure, at, condition: null }));
  if (histogram === null) throw new Error('no histogram');
  expect(made).toBe(draws);
  const percentile = (share: number): number => histogram.values[200 * share] ?? Number.NaN;
  expect(percentile(0.5)).toBe(bands.p50[at]);
  return { p10: percentile(0.1), p50: percentile(0.5), p90: percentile(0.9), answered: bands.answered[at] };
}

describe('a sweep over draws', () => {
  it('is at each value the run of the scenario with that value written in it, to the bit', async () => {
    const { first, figures, inDraws, paths, runs } = await swept({ ...overPower, draws });
    expect([inDraws?.draws, runs, paths.length]).toEqual([draws, 5 * draws, 0]);
    for (const place of [0, 3]) {
      const text = uncertainText.replace('"uniform(500, 1500) MW"', `${first.values[place]} MW`);
      const run = await spreadOfRun(text, 20);
      expect(figures[place]).toBe(run.p50);
      expect(inDraws?.p10[place]).toBe(run.p10);
      expect(inDraws?.p90[place]).toBe(run.p90);
      expect(inDraws?.answered[place]).toBe(run.answered);
    }
  });

  it('is the run itself where what is swept was certain, and where it does not matter', async () => {
    const certain = uncertainText.replace('"uniform(500, 1500) MW"', '750 MW');
    const own = await swept({ ...overPower, draws }, certain);
    const run = await spreadOfRun(certain, 20);
    expect([own.first.values[1], own.figures[1]]).toEqual([750, run.p50]);
    const idle = await swept({ ...overPower, first: { input: margin, steps: 3 }, draws });
    const whole = await spreadOfRun(uncertainText, 20);
    expect([...idle.figures]).toEqual([whole.p50, whole.p50, whole.p50]);
    expect([...(idle.inDraws?.p10 ?? [])]).toEqual([whole.p10, whole.p10, whole.p10]);
  });

  it('is the central sweep where nothing is uncertain', async () => {
    const certain = uncertainText
      .replace(/"uniform\(([^,]*), [^)]*\)/g, '"$1')
      .replace('0 to 6 months', '3 months');
    const request = { ...overPower, second: { input: price, low: 1.5, high: 2.5, steps: 4 } };
    const central = await swept(request, certain);
    const inDraws = await swept({ ...request, draws: 64 }, certain);
    expect(central.inDraws).toBeNull();
    for (const one of [inDraws.figures, inDraws.inDraws?.p10, inDraws.inDraws?.p90])
      expect(one).toEqual(central.figures);
  });

  it('puts two inputs on a grid, the second along the rows, however many points are drawn at a time', async () => {
    const second = { input: price, low: 1.5, high: 2.5, steps: 7 };
    const grid = await swept({ ...overPower, second, draws });
    const text = uncertainText.replace('"uniform(500, 1500) MW"', '1500 MW');
    const last = await swept({ ...overPower, first: second, draws }, text);
    expect(grid.figures).toHaveLength(35);
    expect(grid.figures.subarray(28)).toEqual(last.figures);
    expect(grid.inDraws?.p90.subarray(28)).toEqual(last.inDraws?.p90);
  });

  it('names what is correlated with the inputs it varies, and not what it varies too', async () => {
    const correlated = `${uncertainText}correlations:\n  - [ ${power}, ${price}, 0.5 ]\n`;
    const alone = await swept({ ...overPower, draws: 64 }, correlated);
    expect(alone.ties.map(({ input, tied }) => [input.key, tied])).toEqual([[power, [price]]]);
    const central = await swept(overPower, correlated);
    expect(central.ties).toEqual(alone.ties);
    const both = await swept({ ...overPower, second: { input: price, steps: 2 } }, correlated);
    expect(both.ties).toEqual([]);
    expect((await swept(overPower)).ties).toEqual([]);
  });

  it('reports progress that only goes forward, to the end', async () => {
    const found: number[] = [];
    const work = workOver(inline(), uncertainText, { onProgress: (fraction) => found.push(fraction) });
    answerOf(await sweepInputs(work, { ...overPower, draws: 20_000 }));
    expect(found).toEqual([...found].sort((one, two) => one - two));
    expect(found.at(-1)).toBe(1);
  });

  it('refuses more runs than anyone waits for, with the numbers', async () => {
    const request = { ...overPower, first: { input: power, steps: 200 }, draws: 100_000 };
    const reply = await sweepInputs(workOver(inline()), request);
    expect(reply).toMatchObject({
      ok: false,
      error: { kind: 'too-large', message: expect.stringMatching(/200 points of 100000 draws/) },
    });
  });
});
