import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { dimensions } from '#shared/scenario/quantity/dimensions.ts';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';

fc.configureGlobal({ seed: 20261120 });

const start = { year: 2026, month: 4 };

function read(text: string, dimension: Dimension, range?: { min?: number; max?: number }): Distribution {
  const parsed = parseQuantity(text, dimension, range ? { start, range } : { start });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.distribution;
}

describe('fixed values', () => {
  it.each<[string, Dimension, number]>([
    ['$100B', 'money', 100e9],
    ['$8 billion', 'money', 8e9],
    ['5 B USD', 'money', 5e9],
    ['$2.5M', 'money', 2.5e6],
    ['-$5B', 'money', -5e9],
    ['$-5B', 'money', -5e9],
    ['−$5B', 'money', -5e9],
    ['$1_000_000', 'money', 1e6],
    ['$0', 'money', 0],
    ['1 GW', 'power', 1000],
    ['2.5 GW', 'power', 2500],
    ['500 kW', 'power', 0.5],
    ['871 W', 'chip-power', 871],
    ['0.9 kW', 'chip-power', 900],
    ['18 months', 'duration', 18],
    ['5 years', 'duration', 60],
    ['2 quarters', 'duration', 6],
    ['30.4375 days', 'duration', 1],
    ['2026-04-16', 'date', 0.5],
    ['2027', 'date', 9],
    ['35 %', 'share', 0.35],
    ['35%', 'share', 0.35],
    ['0.35', 'share', 0.35],
    ['7 %', 'share', 0.07],
    ['12 %/year', 'rate-per-year', 0.12],
    ['12 percent per year', 'rate-per-year', 0.12],
    ['1 %/month', 'rate-per-year', 0.12],
    ['1.2x', 'multiple', 1.2],
    ['20:1', 'multiple', 20],
    ['1.15', 'number', 1.15],
    ['1e3', 'number', 1000],
    ['1299 TFLOP/s', 'compute', 1299e12],
    ['1.3 PFLOPS', 'compute', 1.3e15],
    ['500k chips', 'chips', 500_000],
    ['160M shares', 'shares', 160e6],
    ['$2.235/chip-hour', 'money-per-chip-hour', 2.235],
    ['$30B/year', 'money-per-year', 30e9],
    ['$2.5B/month', 'money-per-year', 30e9],
    ['$35B/GW', 'money-per-power', 35e6],
    ['$400/chip', 'money-per-chip', 400],
    ['$0.01/share', 'money-per-share', 0.01],
    ['$12B/GW-year', 'money-per-power-year', 12e9],
    ['$100/kW-month', 'money-per-power-year', 1.2e9],
    ['5 GWh', 'energy', 5000],
    ['500 GFLOP/s per $', 'compute-per-money', 500e9],
    ['30 %', 'probability', 0.3],
  ])('%s as %s', (text, dimension, value) => {
    expect(read(text, dimension)).toEqual({ kind: 'constant', value });
  });

  it('keep the qualifier and the words', () => {
    for (const qualifier of ['up to', 'more than', 'at least', 'about', 'nearly']) {
      const text = `${qualifier} $20B`;
      const parsed = parseQuantity(text, 'money', { start });
      expect(parsed).toEqual({
        ok: true,
        value: { dimension: 'money', distribution: { kind: 'constant', value: 20e9 }, text, qualifier },
      });
    }
  });
});

describe('intervals', () => {
  const ends = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 900 }));

  it('have their ends as 5th and 95th percentile, and are lognormal exactly when both are positive', () => {
    fc.assert(
      fc.property(ends, ([low, width]) => {
        const high = low + width;
        const distribution = read(`${low} to ${high} GW`, 'power');
        expect(distribution.kind).toBe(low > 0 ? 'lognormal' : 'normal');
        expect(quantile(distribution, 0.05) / 1000).toBeCloseTo(low, 8);
        expect(quantile(distribution, 0.95) / 1000).toBeCloseTo(high, 8);
      }),
    );
  });

  it('do not depend on where the unit is written', () => {
    const written = [
      '5 to 9 GW',
      '5 GW to 9 GW',
      '5 GW to 9',
      '5000 MW to 9 GW',
      '5 – 9 GW',
      'lognormal(5, 9) GW',
    ];
    const [first, ...others] = written.map((text) => read(text, 'power'));
    for (const other of others) expect(other).toEqual(first);
    const money = ['$5B to $9B', '$5 to 9B', '5 to 9B USD', '$5 to $9B', '5B to 9B USD'];
    const [amount, ...same] = money.map((text) => read(text, 'money'));
    for (const other of same) expect(other).toEqual(amount);
  });

  it('of dates do not depend on the start of the scenario, except by its distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2020, max: 2030 }), (month, year) => {
        const text = '2026-04 to 2027-10';
        const here = parseQuantity(text, 'date', { start });
        const there = parseQuantity(text, 'date', { start: { year, month } });
        const shift = (2026 - year) * 12 + (4 - month);
        if (!here.ok || !there.ok) throw new Error('both are dates');
        const median = quantile(there.value.distribution, 0.5);
        expect(median - quantile(here.value.distribution, 0.5)).toBeCloseTo(shift, 10);
        expect(there.value.distribution.kind).toBe('normal');
      }),
    );
  });
});

describe('distributions', () => {
  it.each<[string, Dimension, Distribution]>([
    ['normal(5, 1) GW', 'power', { kind: 'normal', mean: 5000, sd: 1000 }],
    ['normal(5 GW, 500 MW)', 'power', { kind: 'normal', mean: 5000, sd: 500 }],
    ['uniform(0, 9) months', 'duration', { kind: 'uniform', low: 0, high: 9 }],
    ['uniform(5, $9B)', 'money', { kind: 'uniform', low: 5e9, high: 9e9 }],
    ['triangular(1, 2, 4)', 'number', { kind: 'triangular', low: 1, mode: 2, high: 4 }],
    ['pert(0, 3, 18) months', 'duration', { kind: 'pert', low: 0, mode: 3, high: 18 }],
    ['pert(2027-06, 2027-10, 2028-12)', 'date', { kind: 'pert', low: 14, mode: 18, high: 32 }],
    ['normal(2027-06, 3 months)', 'date', { kind: 'normal', mean: 14, sd: 3 }],
    ['beta(2, 5)', 'share', { kind: 'beta', alpha: 2, beta: 5, low: 0, high: 1 }],
    ['beta(2, 5, 1, 3) GW', 'power', { kind: 'beta', alpha: 2, beta: 5, low: 1000, high: 3000 }],
    ['oneof($4B: 1, $8B: 3)', 'money', { kind: 'discrete', values: [4e9, 8e9], weights: [0.25, 0.75] }],
    ['oneof(8: 3, 4: 1) GW', 'power', { kind: 'discrete', values: [4000, 8000], weights: [0.25, 0.75] }],
    ['oneof($4B, $8B)', 'money', { kind: 'discrete', values: [4e9, 8e9], weights: [0.5, 0.5] }],
    ['oneof(2027-06: 30 %, 2028: 70 %)', 'date', { kind: 'discrete', values: [14, 21], weights: [0.3, 0.7] }],
    ['oneof(20:1: 1, 4:1: 3)', 'multiple', { kind: 'discrete', values: [4, 20], weights: [0.75, 0.25] }],
    ['chance(30 %)', 'probability', { kind: 'discrete', values: [0, 1], weights: [0.7, 0.3] }],
    ['chance(0)', 'probability', { kind: 'constant', value: 0 }],
    ['5 to 9 GW, at most 10', 'power', { ...read('5 to 9 GW', 'power'), atMost: 10_000 } as Distribution],
    [
      'normal(5, 1) GW, at least 4 GW, at most 6 GW',
      'power',
      { kind: 'normal', mean: 5000, sd: 1000, atLeast: 4000, atMost: 6000 },
    ],
  ])('%s as %s', (text, dimension, distribution) => {
    expect(read(text, dimension)).toEqual(distribution);
  });
});

describe('ranges', () => {
  it('cut what reaches beyond them and leave alone what does not', () => {
    expect(read('normal(5, 3) GW', 'power', { min: 0 })).toMatchObject({ atLeast: 0 });
    expect(read('5 to 9 GW', 'power', { min: 0 })).not.toHaveProperty('atLeast');
    expect(read('uniform(1, 2) GW', 'power', { min: 0, max: 5000 })).toEqual(
      read('uniform(1, 2) GW', 'power'),
    );
    expect(read('80 to 100 %', 'share', { min: 0, max: 1 })).toMatchObject({ atMost: 1 });
  });

  it('keep every draw inside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (mean, sd, p) => {
          const parsed = parseQuantity(`normal(${mean}, ${sd}) GW`, 'power', {
            start,
            range: { min: 0, max: 8000 },
          });
          if (!parsed.ok) {
            expect(parsed.error.code).toBe('out-of-range');
            return;
          }
          const value = quantile(parsed.value.distribution, p);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(8000);
        },
      ),
    );
  });

  it('refuse fixed values outside, also among the values of a choice', () => {
    for (const text of [
      '-1 GW',
      '9 GW',
      'oneof(1 GW: 1, 9 GW: 1)',
      'uniform(9, 10) GW',
      'normal(-9, 1) GW',
    ]) {
      const parsed = parseQuantity(text, 'power', { start, range: { min: 0, max: 8000 } });
      expect(parsed).toMatchObject({
        ok: false,
        error: { code: 'out-of-range', expected: 'power from 0 GW to 8 GW' },
      });
    }
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '$',
    '5',
    '9.5',
    ' ',
    'B',
    'GW',
    '%',
    '/',
    'year',
    ' to ',
    '(',
    ')',
    ', ',
    ': ',
    'normal',
    'pert',
    'oneof',
    'chance',
    'beta',
    '-',
    '2026-04',
    '2026',
    'at most ',
    'up to ',
    'x',
    'e9',
    '999',
    '_',
    'M',
    'chip',
    'hour',
    '~',
    '"',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 20 }),
  );

  it('is read as finite numbers, or gets a fault inside it that says what was expected', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...dimensions), (text, dimension) => {
        const parsed = parseQuantity(text, dimension, { start, range: { min: -1e9 } });
        if (parsed.ok) {
          const numbers = Object.values(parsed.value.distribution)
            .flat()
            .filter((part) => typeof part === 'number');
          for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
          expect(
            Number.isFinite(quantile(parsed.value.distribution, 0.5)) ||
              parsed.value.distribution.kind === 'constant',
          ).toBe(true);
        } else {
          const { from, to, message, expected } = parsed.error;
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(message.length).toBeGreaterThan(8);
          expect(expected.length).toBeGreaterThan(3);
        }
      }),
      { numRuns: 10_000, seed: 20261120 },
    );
  });
});
