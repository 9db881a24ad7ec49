import { describe, expect, it } from 'vitest';
import { actuals } from '../../../../electron/engine/analysis/actuals.ts';
import { distribution } from '../../../../electron/engine/analysis/distribution.ts';
import { seekInput } from '../../../../electron/engine/analysis/seek-input.ts';
import { sensitivity } from '../../../../electron/engine/analysis/sensitivity.ts';
import { sweepInputs } from '../../../../electron/engine/analysis/sweep-inputs.ts';
import { answerOf, inline, uncertainText, workOver } from './bench.ts';

const of = 'spend.billed.cumulative';
const power = 'deals.cloud.capacity.phases.first.power';
const price = 'generations.chip.price.list';
const margin = 'deals.cloud.economics.margin';

/** Value of one input in a list by input. */
function at(inputs: readonly { readonly key: string }[], values: ArrayLike<number>, key: string): number {
  return values[inputs.findIndex((input) => input.key === key)] ?? Number.NaN;
}

describe('sensitivity', () => {
  it('finds by all three methods that power matters most, price next, and the margin not at all', async () => {
    const work = workOver(inline());
    const about = { of, at: null, isByMonth: false };
    const rank = answerOf(await sensitivity(work, { ...about, method: 'rank' }));
    const tornado = answerOf(await sensitivity(work, { ...about, method: 'tornado' }));
    const sobol = answerOf(await sensitivity(work, { ...about, method: 'sobol', rows: 1024 }));
    if (rank.method !== 'rank' || tornado.method !== 'tornado' || sobol.method !== 'sobol') throw new Error();
    const swings = tornado.atP90.map((high, input) => high - (tornado.atP10[input] ?? 0));
    const firsts = sobol.first.map(({ value }) => value);
    for (const values of [rank.contribution, swings, firsts]) {
      expect(at(rank.inputs, values, power)).toBeGreaterThan(at(rank.inputs, values, price));
      expect(at(rank.inputs, values, price)).toBeGreaterThan(Math.abs(at(rank.inputs, values, margin)));
    }
    expect(at(tornado.inputs, swings, margin)).toBe(0);
    expect(Math.abs(at(sobol.inputs, firsts, margin))).toBeLessThan(1e-9);
    const errors = at(rank.inputs, rank.standardError, margin);
    expect(Math.abs(at(rank.inputs, rank.rank, margin))).toBeLessThan(4 * errors);
    expect(rank.contribution.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(sobol.runs).toBe(1024 * (sobol.inputs.length + 2));
  });

  it('tells by month what it tells of each month alone', async () => {
    const work = workOver(inline());
    for (const method of ['rank', 'tornado', 'sobol'] as const) {
      const all = answerOf(await sensitivity(work, { of, at: null, method, isByMonth: true, rows: 128 }));
      const place = all.months.indexOf(20);
      const alone = answerOf(await sensitivity(work, { of, at: 20, method, isByMonth: false, rows: 128 }));
      const expected =
        alone.method === 'rank'
          ? [...alone.contribution]
          : alone.method === 'tornado'
            ? alone.inputs.map((_, input) => (alone.atP90[input] ?? 0) - (alone.atP10[input] ?? 0))
            : alone.first.map(({ value }) => value);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(all.inputs.map((_, input) => all.shares[input * all.months.length + place])).toEqual(expected);
    }
  });

  it('warns of inputs that are correlated', async () => {
    const text = `${uncertainText}correlations: [ [ ${power}, ${price}, 0.5 ] ]\n`;
    const found = answerOf(
      await sensitivity(workOver(inline(), text), { of, at: null, method: 'tornado', isByMonth: false }),
    );
    expect(found.tied.map((group) => [...group].sort())).toEqual([[power, price].sort()]);
  });

  it('refuses a measure, a month or a scenario that leaves nothing to say', async () => {
    const about = { at: null, method: 'tornado', isByMonth: false } as const;
    const unknown = await sensitivity(workOver(inline()), { ...about, of: 'spend.biled' });
    expect(JSON.stringify(unknown)).toContain('Did you mean “spend.billed”');
    const late = await sensitivity(workOver(inline()), { ...about, of, at: 24 });
    expect(JSON.stringify(late)).toContain('Month 25 lies beyond');
    const certain = uncertainText
      .replace(/"uniform\(([^,]*), [^)]*\)/g, '"$1')
      .replace('0 to 6 months', '3 months');
    const nothing = await sensitivity(workOver(inline(), certain), { ...about, of });
    expect(nothing).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });
});

describe('draws in hand', () => {
  it('serve sensitivity, distributions and conditions without a new draw', async () => {
    const runner = inline();
    const asked: string[] = [];
    const run: typeof runner.run = (job, input, options) => {
      asked.push(job);
      return runner.run(job, input, options);
    };
    const work = workOver({ ...runner, run });
    answerOf(await work.drawsOf([of, 'capacity.online']));
    asked.length = 0;
    answerOf(await sensitivity(work, { of, at: null, method: 'rank', isByMonth: true }));
    answerOf(await distribution(work, { of, at: 3, condition: { comparison: 'at-most', value: 1e9 } }));
    answerOf(await actuals(work, { measures: ['capacity.online'] }));
    expect(asked).not.toContain('draw');
  });
});

describe('distribution', () => {
  it('has a histogram that sums to one, and probabilities that agree with the cumulative curve', async () => {
    const work = workOver(inline());
    const first = answerOf(await distribution(work, { of, at: null, condition: null }));
    const { histogram } = first;
    if (histogram === null) throw new Error('no histogram');
    expect(histogram.shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(histogram.values[100]).toBe(first.bands.p50[23]);
    const value = first.bands.p25[23] ?? 0;
    const second = answerOf(
      await distribution(work, { of, at: null, condition: { comparison: 'at-least', value } }),
    );
    expect(second.probability?.at[23]).toBeCloseTo(0.75, 3);
    expect(second.draws).toBe(2048);
    const { p5, p95 } = second.bands;
    const path = second.nearest?.path ?? new Float64Array();
    expect(path).toHaveLength(24);
    path.forEach((figure, month) => {
      expect(figure).toBeGreaterThan(p5[month] ?? 0);
      expect(figure).toBeLessThan(p95[month] ?? 0);
    });
  });
});

describe('goal seek', () => {
  it('finds a value that does bring the measure to the target', async () => {
    const work = workOver(inline());
    const target = 30e9;
    const found = answerOf(await seekInput(work, { of, at: null, input: power, target, inDraws: null }));
    const [solution, ...others] = found.solutions;
    expect(others).toEqual([]);
    expect(solution?.reached).toBeCloseTo(target, -3);
    const value = solution?.value ?? 0;
    const check = answerOf(
      await sweepInputs(work, {
        of,
        at: null,
        first: { input: power, low: value, high: value * 1.1, steps: 2 },
        second: null,
      }),
    );
    expect((check.figures[0] ?? 0) / target).toBeCloseTo(1, 9);
  });

  it('asks more of the input where more draws are to reach the target', async () => {
    const work = workOver(inline());
    const sought = async (share: number): Promise<number> => {
      const inDraws = { share, side: 'at-least', draws: 1024 } as const;
      const found = answerOf(await seekInput(work, { of, at: null, input: power, target: 30e9, inDraws }));
      expect(found.sharesReached).toHaveLength(found.solutions.length);
      const [reached] = found.sharesReached ?? [];
      expect(Math.abs((reached?.share ?? 0) - share)).toBeLessThan(0.002);
      expect(reached?.standardError).toBeGreaterThan(0);
      expect(reached?.standardError).toBeLessThan(0.02);
      return found.solutions[0]?.value ?? Number.NaN;
    };
    const [half, most] = [await sought(0.5), await sought(0.9)];
    expect(most).toBeGreaterThan(half);
    // Held at the value found, the target is reached in the share asked for.
    const held = uncertainText.replace('"uniform(500, 1500) MW"', `${most} MW`);
    const { probability, draws } = answerOf(
      await distribution(workOver(inline(), held), {
        of,
        at: null,
        condition: { comparison: 'at-least', value: 30e9 },
      }),
    );
    expect(draws).toBe(2048);
    expect(Math.abs((probability?.at[23] ?? 0) - 0.9)).toBeLessThan(0.02);
  });

  it('says what comes nearest where the target is out of reach', async () => {
    const found = answerOf(
      await seekInput(workOver(inline()), { of, at: null, input: power, target: 1e15, inDraws: null }),
    );
    expect(found.solutions).toEqual([]);
    expect(found.nearest?.value).toBe(found.high);
    expect(found.nearest?.figure).toBe(found.tried.figures.at(-1));
  });

  it('finds the same centrally where the input is correlated, and names the others', async () => {
    const about = { of, at: null, input: power, target: 30e9, inDraws: null };
    const apart = answerOf(await seekInput(workOver(inline()), about));
    const text = `${uncertainText}\ncorrelations:\n  - [${power}, ${price}, 0.5]\n`;
    const together = answerOf(await seekInput(workOver(inline(), text), about));
    expect(apart.tied).toEqual([]);
    expect(together.tied).toEqual([price]);
    expect(together.solutions).toEqual(apart.solutions);
  });

  it('refuses an input that is not there, and a range without room', async () => {
    const about = { of, at: null, target: 1, inDraws: null };
    const unknown = await seekInput(workOver(inline()), { ...about, input: `${power}s` });
    expect(JSON.stringify(unknown)).toContain(`Did you mean “${power}”`);
    const reversed = await seekInput(workOver(inline()), { ...about, input: power, low: 5, high: 5 });
    expect(reversed).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
  });
});

describe('sweep', () => {
  it('gives at one value what the scenario gives with that value written in it', async () => {
    const { figures, paths, first, months } = answerOf(
      await sweepInputs(workOver(inline()), {
        of,
        at: 20,
        first: { input: power, low: 500, high: 1500, steps: 5 },
        second: null,
      }),
    );
    expect([...first.values]).toEqual([500, 750, 1000, 1250, 1500]);
    const text = uncertainText.replace('"uniform(500, 1500) MW"', '750 MW');
    const alone = answerOf(
      await sweepInputs(workOver(inline(), text), {
        of,
        at: 20,
        first: { input: margin, low: 0.1, high: 0.2, steps: 2 },
        second: null,
      }),
    );
    expect(figures[1]).toBe(alone.figures[0]);
    expect(paths.subarray(months, 2 * months)).toEqual(alone.paths.subarray(0, months));
  });

  it('puts two inputs on a grid, the second along the rows', async () => {
    const grid = answerOf(
      await sweepInputs(workOver(inline()), {
        of,
        at: null,
        first: { input: power, low: 500, high: 1500, steps: 9 },
        second: { input: price, low: 1.5, high: 2.5, steps: 11 },
      }),
    );
    expect(grid.figures).toHaveLength(99);
    const corner = (row: number, column: number): number => grid.figures[row * 11 + column] ?? Number.NaN;
    expect(corner(8, 0)).toBeGreaterThan(corner(0, 0));
    expect(corner(8, 10)).toBeGreaterThan(corner(8, 0));
    const tooMany = await sweepInputs(workOver(inline()), {
      of,
      at: null,
      first: { input: power, steps: 200 },
      second: { input: price, steps: 200 },
    });
    expect(tooMany).toMatchObject({ ok: false, error: { kind: 'too-large' } });
  });

  it('refuses the same input twice, even under two names, because it has one value at a time', async () => {
    const assumed = uncertainText
      .replaceAll('"uniform(20 %, 50 %)"', '=margin')
      .concat('assumptions: { margin: "uniform(20 %, 50 %)" }\n');
    for (const [text, input] of [
      [uncertainText, power],
      [assumed, 'assumptions.margin'],
    ] as const) {
      const axis = { input, steps: 3 };
      const reply = await sweepInputs(workOver(inline(), text), { of, at: null, first: axis, second: axis });
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
      expect(JSON.stringify(reply)).toContain(`Both inputs are ${input}`);
    }
  });
});

describe('a range to vary an input in', () => {
  const assumed = uncertainText
    .replace('energise: 2027-01, slip: 0 to 6 months', 'energise: 2027-01, slip: =late')
    .replace('economics: { margin: "uniform(20 %, 50 %)" }', 'economics: { margin: =margin }')
    .concat('assumptions: { late: 3 months, margin: "uniform(60 %, 100 %)" }\n');
  const outside: readonly (readonly [string, number, number, string])[] = [
    ['deals.cloud.capacity.ceiling', -1, 2000, 'cannot be -1 MW: it must be 0 GW to 1000 GW'],
    ['assumptions.late', -20, 6, 'cannot be -20 months: it must be 0 months to 100 years'],
    ['assumptions.margin', 0.5, 1.5, 'cannot be 150 %: it must be'],
  ];

  it('holds no value that the scenario could not have, be it an assumption or not', async () => {
    for (const [input, low, high, words] of outside) {
      const swept = { input, low, high, steps: 3 };
      const sweep = await sweepInputs(workOver(inline(), assumed), { of, at: 5, first: swept, second: null });
      const about = { of, at: 5, input, low, high, target: 1e9, inDraws: null };
      const seek = await seekInput(workOver(inline(), assumed), about);
      for (const reply of [sweep, seek]) {
        expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid-call' } });
        expect(JSON.stringify(reply)).toContain(`${input} ${words}`);
      }
    }
  });

  it('is inside those limits where nothing is asked for', async () => {
    const { notes } = answerOf(
      await inline().run('facts', { scenario: workOver(inline(), assumed).scenario, of }),
    );
    const limited = notes.filter(({ limits }) => limits !== null);
    expect(limited.map(({ key }) => key)).toEqual(expect.arrayContaining(outside.map(([key]) => key)));
    for (const { low, high, limits } of limited) {
      expect(low).toBeGreaterThanOrEqual(limits?.min ?? Number.NEGATIVE_INFINITY);
      expect(high).toBeLessThanOrEqual(limits?.max ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('actuals', () => {
  it('pull the fan towards what was observed, and say how many draws still tell', async () => {
    const work = workOver(inline());
    const plain = answerOf(await distribution(work, { of: 'capacity.online', at: 5, condition: null }));
    const weighed = answerOf(await actuals(work, { measures: ['capacity.online'] }));
    expect(weighed.observations.map(({ measure, month }) => [measure, month])).toEqual([
      ['capacity.online', 5],
      ['spend.billed.cumulative', 5],
    ]);
    expect(weighed.observations[0]?.value).toBeCloseTo(900, 9);
    expect(weighed.observations[0]?.error).toBeCloseTo(100, 9);
    expect(weighed.observations[1]?.error).toBeCloseTo(0.45e9, -3);
    expect(weighed.refusal).toBeNull();
    expect(weighed.effectiveDraws).toBeGreaterThan(50);
    expect(weighed.effectiveDraws).toBeLessThan(2048);
    // Beside them stand those of all draws alike, which are the run's own.
    expect(weighed.before).toStrictEqual([{ id: 'capacity.online', ...plain.bands }]);
    const [bands] = weighed.bands;
    const width = (p95: Float64Array | undefined, p5: Float64Array | undefined) =>
      (p95?.[5] ?? 0) - (p5?.[5] ?? 0);
    expect(width(bands?.p95, bands?.p5)).toBeLessThan(0.7 * width(plain.bands.p95, plain.bands.p5));
    expect(Math.abs((bands?.mean[5] ?? 0) - 900)).toBeLessThan(Math.abs((plain.bands.mean[5] ?? 0) - 900));
  });

  it('give no bands where hardly a draw fits, and say what to do', async () => {
    const text = uncertainText.replace('"normal(900, 100) MW"', '"normal(1600, 1) MW"');
    const weighed = answerOf(await actuals(workOver(inline(), text), { measures: [of] }));
    expect(weighed.bands).toEqual([]);
    expect(weighed.before.map(({ id }) => id)).toEqual([of]);
    expect(weighed.refusal).toContain('capacity.online');
    expect(weighed.observations[0]?.placeInFan).toBe(1);
  });
});
