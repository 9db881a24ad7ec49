import { describe, expect, it } from 'vitest';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import { actualsView } from '#shared/view/analysis/actuals.ts';
import type {
  InputNote,
  RankEffects,
  SeekResult,
  SweepResult,
  SweepSpread,
  TornadoEffects,
} from '#shared/view/analysis/answers.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';
import { seekView } from '#shared/view/analysis/seek.ts';
import { sensitivityView } from '#shared/view/analysis/sensitivity.ts';
import { sweepView } from '#shared/view/analysis/sweep.ts';

const start = { year: 2026, month: 4 };
const info: MeasureInfo = {
  id: 'spend.billed.cumulative',
  label: 'Billed spend',
  unit: 'USD',
  kind: 'stock',
  meaning: '',
  formula: '',
};
const about = { info, start };

function note(key: string, dimension: Dimension = 'money', more: Partial<InputNote> = {}): InputNote {
  const label = key.split('.').at(-1) ?? key;
  const common = { text: '', place: null, isDecision: false, isUncertain: true };
  return { key, label, dimension, ...common, central: 5e9, low: 1e9, high: 9e9, limits: null, ...more };
}

function effects(contribution: readonly number[], shares: readonly number[] = []): RankEffects {
  const inputs = contribution.map((_, at) => note(`a.input-${at}`));
  return {
    method: 'rank',
    of: info.id,
    at: 11,
    inputs,
    tied: [],
    runs: 10_000,
    months: Int32Array.from({ length: shares.length / contribution.length }, (_, at) => at),
    shares: Float64Array.from(shares),
    rank: Float64Array.from(contribution, (share, at) => Math.sqrt(share) * (at % 2 === 0 ? 1 : -1)),
    standardError: Float64Array.from(contribution, () => 0.01),
    contribution: Float64Array.from(contribution),
  };
}

describe('values of inputs', () => {
  it.each([
    ['power', 1234.5, '1.23 GW'],
    ['money', 1.2345e9, '$1.23B'],
    ['duration', 7.2049, '7.2 months'],
    ['duration', 1, '1 month'],
    ['duration', 24, '24 months'],
    ['date', 8.6, 'Dec 2026'],
    ['share', 0.33333, '33.3 %'],
    ['rate-per-year', -0.11211, '−11.2 %/year'],
  ] as const)('of %s read as they could stand in the text: %d is %s', (dimension, value, text) => {
    expect(inputText(value, { dimension }, start)).toBe(text);
    if (dimension !== 'date') expect(parseQuantity(text, dimension, { start })).toMatchObject({ ok: true });
  });
});

describe('sensitivity as it is shown', () => {
  it('puts what matters most first, says so, and draws which way it pulls', () => {
    const view = sensitivityView(about, effects([0.1, 0.6, 0.3]));
    expect(view.rows.map(({ label }) => label)).toEqual(['input-1', 'input-2', 'input-0']);
    expect(view.finding).toBe(
      'Input-1 drives 60\u202f% of the variance of Billed spend at the end of Mar 2027',
    );
    expect(view.rows[0]?.cells).toEqual(['−0.77 ±0.010', '60\u202f%']);
    const [bar] = view.rows[0]?.bars ?? [];
    expect(bar).toMatchObject({ from: 0.5, kind: 'down' });
    expect(bar?.to).toBeCloseTo(0.5 - Math.sqrt(0.6) / 2, 12);
    expect(view.river).toBeNull();
  });

  it('keeps every bar on its axis, and says when nothing matters', () => {
    const none = sensitivityView(about, { ...effects([0, 0]), contribution: Float64Array.of(Number.NaN, 0) });
    expect(none.finding).toMatch(/depends on none/);
    const { inputs, tied, runs, months, shares } = effects([0.5, 0.5]);
    const tornado: TornadoEffects = {
      ...{ method: 'tornado', of: info.id, at: 11, inputs, tied, runs, months, shares, central: 5e9 },
      p10: Float64Array.of(1e9, 2e9),
      p90: Float64Array.of(3e9, 4e9),
      atP10: Float64Array.of(9e9, 4e9),
      atP90: Float64Array.of(2e9, Number.NaN),
    };
    const view = sensitivityView(about, tornado);
    for (const { bars } of view.rows)
      for (const { from, to } of bars) {
        expect(Math.min(from, to)).toBeGreaterThanOrEqual(0);
        expect(Math.max(from, to)).toBeLessThanOrEqual(1);
      }
    expect(view.rows[0]?.cells).toEqual(['$1B → $3B', '$9.00B → $2.00B']);
    expect(view.axis.zero).toBeCloseTo(3 / 7, 12);
  });

  it('warns of correlated inputs in the words of the method', () => {
    const tied = [['a.input-0', 'a.input-1']];
    expect(sensitivityView(about, { ...effects([0.5, 0.5]), tied }).warning).toMatch(/cannot be told apart/);
  });

  it('lays the river so that each month is filled, small inputs together', () => {
    const inputs = 10;
    const contribution = Array.from({ length: inputs }, (_, at) => (at + 1) / 55);
    const shares = contribution.flatMap((share) => [share, 1 / inputs, Number.NaN]);
    const { river } = sensitivityView(about, effects(contribution, shares));
    expect(river?.layers).toHaveLength(8);
    expect(river?.layers.at(-1)?.label).toBe('3 others');
    expect(river?.layers[0]?.label).toBe('input-9');
    const whole = [0, 1, 2].map((at) =>
      river?.layers.reduce((sum, layer) => sum + (layer.shares[at] ?? 0), 0),
    );
    expect(whole[0]).toBeCloseTo(1, 12);
    expect(whole[1]).toBeCloseTo(1, 12);
    expect(whole[2]).toBe(0);
  });
});

describe('goal seek as it is shown', () => {
  const values = Float64Array.of(1e9, 3e9, 5e9, 7e9, 9e9);
  const result: SeekResult = {
    input: note('deals.aws.amount', 'money', { text: '$5B' }),
    at: 11,
    low: 1e9,
    high: 9e9,
    solutions: [],
    sharesReached: null,
    tried: { values, figures: values.map((value) => value * 2) },
    nearest: { value: 9e9, figure: 18e9 },
    tied: [],
    runs: 5,
  };
  const sought = { target: 10e9, inDraws: null };

  it('joins neighbouring values at which the measure stays at the target', () => {
    const at = (value: number) => ({ value, reached: 10e9, isJump: false });
    const solutions = [at(3e9), at(5e9), at(8e9)];
    expect(seekView(about, { ...result, solutions }, sought).values.map(({ text }) => text)).toEqual([
      '$3B to $5B',
      '$8B',
    ]);
  });

  it('says where a measure leaps over the target', () => {
    const solutions = [{ value: 4e9, reached: 12e9, isJump: true }];
    const { finding, details } = seekView(about, { ...result, solutions }, sought);
    expect(finding).toBe('Amount of $4B brings Billed spend at the end of Mar 2027 to $10.0B');
    expect(details.join(' ')).toMatch(/At a leap/);
  });

  it('says what is reached, and where nothing has an answer', () => {
    const { finding, details } = seekView(about, result, {
      target: 50e9,
      inDraws: { share: 0.9, side: 'at-least' },
    });
    expect(finding).toBe(
      'No amount between $1B and $9B brings Billed spend at the end of Mar 2027 to at least $50.0B in 90\u202f% of draws',
    );
    expect(details[0]).toBe('It goes from $2.00B to $18.0B there; $9B comes nearest, with $18.0B.');
    expect(seekView(about, { ...result, nearest: null }, sought).finding).toMatch(/no answer/);
  });

  it('says how well the share of draws is known in which the target is reached', () => {
    const solutions = [{ value: 5e9, reached: 10e9, isJump: false }];
    const sharesReached = [{ share: 0.9004, standardError: 0.0066 }];
    const inDraws = { share: 0.9, side: 'at-least' } as const;
    const { details } = seekView(about, { ...result, solutions, sharesReached }, { ...sought, inDraws });
    expect(details).toContain(
      'There 90\u202f% of the draws reach it, ±0.66\u202f% by sampling (one standard error).',
    );
    const central = seekView(about, { ...result, solutions }, sought).details.join(' ');
    expect(central).not.toMatch(/by sampling/);
  });

  it('says of correlated inputs what became of the others, whatever the answer', () => {
    const tied = ['deals.aws.slip'];
    const solutions = [{ value: 5e9, reached: 10e9, isJump: false }];
    const inDraws = { share: 0.9, side: 'at-least' } as const;
    const lastOf = (...given: Parameters<typeof seekView>) => seekView(...given).details.at(-1);
    const held = 'Amount is correlated with deals.aws.slip: held at their medians, they do not move with it.';
    expect(lastOf(about, { ...result, tied, solutions }, sought)).toBe(held);
    expect(lastOf(about, { ...result, tied }, sought)).toBe(held);
    expect(lastOf(about, { ...result, tied, nearest: null }, sought)).toBe(held);
    expect(lastOf(about, { ...result, tied, solutions }, { ...sought, inDraws })).toMatch(
      /drawn as they would/,
    );
    expect(seekView(about, { ...result, solutions }, sought).details.join(' ')).not.toMatch(/correlated/);
  });
});

/** A spread of so many points, all alike. */
function sweepSpreadOf(points: number): SweepSpread {
  const column = (value: number) => new Float64Array(points).fill(value);
  const errors = { p10Error: column(1e7), p50Error: column(1e7), p90Error: column(1e7) };
  return { draws: 64, p10: column(1e9), p90: column(2e9), ...errors, answered: column(1) };
}

describe('a sweep as it is shown', () => {
  const sweep: SweepResult = {
    of: info.id,
    at: 11,
    first: { input: note('deals.aws.amount'), values: Float64Array.of(1e9, 2e9) },
    second: { input: note('deals.aws.slip', 'duration'), values: Float64Array.of(0, 6, 12) },
    figures: Float64Array.of(1e9, 2e9, 3e9, 4e9, Number.NaN, 6e9),
    paths: new Float64Array(),
    inDraws: null,
    ties: [],
    months: 12,
    runs: 6,
  };

  it('is a table with the second input along the rows, gaps as dashes', () => {
    const { table, least, most, finding } = sweepView(about, sweep);
    expect(table).toEqual([
      ['amount ↓  slip →', '0 months', '6 months', '12 months'],
      ['$1B', '$1.00B', '$2.00B', '$3.00B'],
      ['$2B', '$4.00B', '–', '$6.00B'],
    ]);
    expect([least, most]).toEqual([1e9, 6e9]);
    expect(finding).toMatch(/goes from \$1.00B to \$6.00B over this range of amount and slip/);
  });

  it('says when nothing changes, and when nothing has an answer', () => {
    const level = { ...sweep, figures: new Float64Array(6).fill(2e9) };
    expect(sweepView(about, level).finding).toMatch(/stays at \$2.00B/);
    const nothing = { ...sweep, figures: new Float64Array(6).fill(Number.NaN) };
    expect(sweepView(about, nothing).finding).toMatch(/no answer/);
  });

  it('has the percentiles beside one another over draws, and says what they rest on', () => {
    const figures = Float64Array.of(2e9, 4e9);
    const inDraws = {
      draws: 2048,
      p10: Float64Array.of(1e9, Number.NaN),
      p90: Float64Array.of(3e9, 15.23e9),
      p10Error: Float64Array.of(0.01e9, Number.NaN),
      p50Error: Float64Array.of(0.01e9, 0.12e9),
      p90Error: Float64Array.of(0.01e9, 0.9e9),
      answered: Float64Array.of(1, 0.25),
    };
    const view = sweepView(about, { ...sweep, second: null, figures, inDraws });
    expect(view.table).toEqual([
      ['amount', 'P10', 'P50', 'P90'],
      ['$1B', '$1.00B', '$2.00B', '$3.00B'],
      ['$2B', '–', '$4.0B', '$15B'],
    ]);
    expect(view.finding).toMatch(/^The median of .* goes from \$2.00B to \$4.0B over this range of amount$/);
    expect(view.details.join(' ')).toMatch(
      /the same 2,048 draws.* at most ±\$0.90B, one standard error.* only 25\u202f% of them/,
    );
    const whole = { ...inDraws, answered: Float64Array.of(1, 1) };
    expect(sweepView(about, { ...sweep, second: null, figures, inDraws: whole }).details).toHaveLength(1);
    expect(sweepView(about, sweep).details).toEqual([]);
  });

  it('says of each input varied what is correlated with it and does not move', () => {
    const ties = [{ input: sweep.first.input, tied: ['deals.aws.price', 'deals.aws.growth'] }];
    expect(sweepView(about, { ...sweep, ties }).details).toEqual([
      'Amount is correlated with deals.aws.price, deals.aws.growth: held at their medians, they do not move with it.',
    ]);
    const inDraws = sweepSpreadOf(6);
    expect(sweepView(about, { ...sweep, inDraws, ties }).details.join(' ')).toMatch(/drawn as they would be/);
  });
});

describe('observations as they are shown', () => {
  it('name what lies outside the fan, and what the draws are worth', () => {
    const observation = (value: number, placeInFan: number) => {
      return { measure: info.id, month: 2, value, error: value / 20, text: '', place: null, placeInFan };
    };
    const observations = [observation(4e9, 0.5), observation(8e9, 0.99), observation(9e9, Number.NaN)];
    const found = {
      observations,
      draws: 10_000,
      effectiveDraws: 812.6,
      before: [],
      bands: [],
      refusal: null,
    };
    const view = actualsView(start, new Map([[info.id, info]]), found);
    expect(view.finding).toBe(
      'Weighted by fit, 10,000 draws tell as much as 812 would; 1 of 3 lies outside the middle 90 % of the fan',
    );
    expect(view.rows.map(({ isSurprising }) => isSurprising)).toEqual([false, true, false]);
    expect(view.rows[0]).toMatchObject({ when: 'Jun 2026', value: '$4.00B', error: '±$0.20B' });
    expect(view.rows[2]?.place).toBe('–');
    expect(view.shifts).toEqual([]);
  });
});
