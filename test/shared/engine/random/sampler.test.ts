import { describe, expect, it } from 'vitest';
import { median, quantile } from '#shared/engine/distribution/quantile.ts';
import { correlation } from '#shared/engine/numeric/correlation.ts';
import { ranks } from '#shared/engine/numeric/ranks.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Correlation } from '#shared/engine/plan/input.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import {
  createSampler,
  fillBlock,
  fillCertain,
  type SampledPlan,
  type Sampler,
} from '#shared/engine/random/sampler.ts';
import { createStream, fillUniforms } from '#shared/engine/random/stream.ts';

const every: readonly Distribution[] = [
  { kind: 'normal', mean: 3, sd: 2 },
  { kind: 'normal', mean: 3, sd: 2, atLeast: 0, atMost: 9 },
  { kind: 'lognormal', mu: 1, sigma: 0.6 },
  { kind: 'lognormal', mu: 1, sigma: 0.6, atMost: 7 },
  { kind: 'uniform', low: 2, high: 5, atLeast: 3 },
  { kind: 'triangular', low: 0, mode: 1, high: 4 },
  { kind: 'triangular', low: 0, mode: 1, high: 4, atLeast: 0.5 },
  { kind: 'pert', low: 0, mode: 3, high: 18 },
  { kind: 'pert', low: 0, mode: 3, high: 18, atLeast: 1, atMost: 9 },
  { kind: 'beta', alpha: 0.4, beta: 0.9, low: -1, high: 1 },
  { kind: 'discrete', values: [4, 8, 1], weights: [1, 3, 2] },
  { kind: 'constant', value: 42 },
];

const methods = ['sobol', 'latin-hypercube', 'plain'] as const;
type Method = (typeof methods)[number];

function planOf(
  inputs: Readonly<Record<string, Distribution>>,
  ties: readonly (readonly [string, string, number])[] = [],
  method: Method = 'sobol',
  draws = 4096,
): SampledPlan {
  const keys = Object.keys(inputs);
  const correlations: Correlation[] = ties.map(([a, b, rank]) => ({
    a: keys.indexOf(a),
    b: keys.indexOf(b),
    rank,
  }));
  return {
    seed: 12,
    sampling: { method, draws, settleAt: 0 },
    inputs: Object.entries(inputs).map(([key, distribution]) => ({ key, distribution })),
    correlations,
  };
}

function samplerOf(plan: SampledPlan): Sampler {
  const sampler = createSampler(plan);
  if (!sampler.ok) throw new Error(sampler.error.message);
  return sampler.value;
}

function draw(plan: SampledPlan): Record<string, Float64Array> {
  const { draws } = plan.sampling;
  const sampler = samplerOf(plan);
  const values = new Float64Array(plan.inputs.length * draws);
  fillCertain(sampler, draws, values);
  fillBlock(sampler, 0, draws, values);
  return Object.fromEntries(
    plan.inputs.map(({ key }, slot) => [key, values.subarray(slot * draws, (slot + 1) * draws)]),
  );
}

const column = (drawn: Record<string, Float64Array>, key: string) => drawn[key] ?? new Float64Array();
const rankCorrelation = (one: Float64Array, two: Float64Array) => correlation(ranks(one), ranks(two));

describe('draws of a plan', () => {
  it.each(methods)('follow the quantile function of each law to 1e-12 (%s)', (method) => {
    const inputs = Object.fromEntries(every.map((distribution, index) => [`k${index}`, distribution]));
    const drawn = draw(planOf(inputs, [], method, 2000));
    every.forEach((distribution, index) => {
      const uniforms = new Float64Array(2000);
      fillUniforms(createStream(12, `k${index}`, { method, draws: 2000 }), 0, 2000, uniforms);
      column(drawn, `k${index}`).forEach((value, at) => {
        const expected = quantile(distribution, uniforms[at] ?? 0.5);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), 1));
      });
    });
  });

  it('stay bit-identical when inputs are added, moved or removed', () => {
    const a: Distribution = { kind: 'pert', low: 0, mode: 3, high: 18 };
    const b: Distribution = { kind: 'normal', mean: 0, sd: 1 };
    for (const method of methods) {
      const few = draw(planOf({ a, b }, [], method));
      const many = draw(planOf({ z: b, b, aa: a, a, c: { kind: 'constant', value: 1 } }, [], method));
      expect(many['a']).toEqual(few['a']);
      expect(many['b']).toEqual(few['b']);
    }
  });

  it('come out the same in blocks of any size, correlated ones included', () => {
    const inputs = Object.fromEntries(every.map((distribution, index) => [`k${index}`, distribution]));
    const ties: [string, string, number][] = [
      ['k0', 'k7', 0.5],
      ['k7', 'k10', -0.4],
      ['k8', 'k6', 0.3],
    ];
    const whole = draw(planOf(inputs, ties));
    const sampler = samplerOf(planOf(inputs, ties));
    for (const lanes of [1, 7, 256]) {
      const block = new Float64Array(every.length * lanes);
      fillCertain(sampler, lanes, block);
      for (const from of [0, 31, 32, 1000, 4000]) {
        fillBlock(sampler, from, lanes, block);
        every.forEach((_, slot) => {
          const expected = column(whole, `k${slot}`).subarray(from, from + lanes);
          expect(block.slice(slot * lanes, slot * lanes + expected.length)).toEqual(expected.slice());
        });
      }
    }
  });
});

describe('correlated draws', () => {
  const normal: Distribution = { kind: 'normal', mean: 0, sd: 1 };
  const pert: Distribution = { kind: 'pert', low: 0, mode: 3, high: 18, atLeast: 1 };
  const lognormal: Distribution = { kind: 'lognormal', mu: 0, sigma: 1 };
  const uniform: Distribution = { kind: 'uniform', low: 0, high: 1 };

  it.each(methods)('reproduce the rank correlation asked for, whatever the laws (%s)', (method) => {
    // As many as it takes to tell it from the correlation of the normals behind the ranks, which is off by 0.017.
    const draws = 60_000;
    const ties: [string, string, number][] = [
      ['a', 'b', 0.7],
      ['b', 'c', -0.5],
      ['a', 'd', 0.3],
    ];
    const drawn = draw(planOf({ a: normal, b: pert, c: lognormal, d: uniform }, ties, method, draws));
    for (const [one, two, rank] of ties) {
      const found = rankCorrelation(column(drawn, one), column(drawn, two));
      const error = (1.1 * (1 - rank ** 2)) / Math.sqrt(draws);
      expect(Math.abs(found - rank), `${one} ${two}`).toBeLessThan(4 * error);
    }
  });

  it('keep the law of each input', () => {
    const alone = draw(planOf({ a: normal, b: pert }));
    const tied = draw(planOf({ a: normal, b: pert }, [['a', 'b', 0.7]]));
    expect(tied['a']).toEqual(alone['a']);
    const sorted = (values: Float64Array) => Float64Array.from(values).sort();
    for (const share of [0.05, 0.5, 0.95]) {
      const at = Math.floor(share * 4096);
      const expected = quantile(pert, share);
      expect(Math.abs((sorted(column(tied, 'b'))[at] ?? 0) / expected - 1)).toBeLessThan(0.05);
    }
  });

  it('leave other inputs and other groups as they are', () => {
    const inputs = { a: normal, b: pert, c: lognormal, d: uniform, e: normal };
    const before = draw(planOf(inputs, [['a', 'b', 0.6]]));
    const after = draw(
      planOf(inputs, [
        ['c', 'd', -0.6],
        ['a', 'b', 0.6],
      ]),
    );
    for (const key of ['a', 'b', 'e', 'c']) expect(after[key]).toEqual(before[key]);
    expect(after['d']).not.toEqual(before['d']);
  });

  it('are refused with the pair that does not fit and the room it has', () => {
    const plan = planOf({ a: normal, b: normal, c: normal }, [
      ['a', 'b', 0.9],
      ['b', 'c', 0.9],
      ['a', 'c', -0.2],
    ]);
    const sampler = createSampler(plan);
    expect(sampler.ok).toBe(false);
    if (sampler.ok) return;
    expect(sampler.error.code).toBe('correlation');
    expect([...sampler.error.keys].sort()).toEqual(['a', 'c']);
    const room = /between ([-\d.]+) and ([-\d.]+)/.exec(sampler.error.message);
    const [low, high] = [Number(room?.[1]), Number(room?.[2])];
    const withRank = (rank: number) =>
      createSampler({
        ...plan,
        correlations: plan.correlations.map((one) => (one.rank < 0 ? { ...one, rank } : one)),
      }).ok;
    expect(withRank(low + 0.002)).toBe(true);
    expect(withRank(high - 0.002)).toBe(true);
    expect(withRank(low - 0.002)).toBe(false);
  });

  it('are refused where a pair is itself impossible, and ignored where an input is certain', () => {
    const cases: [readonly (readonly [string, string, number])[], RegExp][] = [
      [[['a', 'a', 0.5]], /a is correlated with itself/],
      [[['a', 'b', 1]], /a and b is 1; a number above -1 and below 1/],
      [[['a', 'b', Number.NaN]], /NaN/],
    ];
    for (const [ties, message] of cases) {
      const sampler = createSampler(planOf({ a: normal, b: pert }, ties));
      expect(sampler.ok ? '' : sampler.error.message).toMatch(message);
    }
    const certain = planOf({ a: normal, b: { kind: 'constant', value: 1 } }, [['a', 'b', 0.5]]);
    expect(samplerOf(certain).groups).toHaveLength(0);
  });
});

describe('the central values', () => {
  it('are the medians, in every lane', () => {
    const inputs = Object.fromEntries(every.map((distribution, index) => [`k${index}`, distribution]));
    const values = new Float64Array(every.length * 3);
    expect(fillCentral(planOf(inputs), values, 3).ok).toBe(true);
    every.forEach((distribution, slot) => {
      expect([...values.subarray(slot * 3, slot * 3 + 3)]).toEqual(Array(3).fill(median(distribution)));
    });
    expect(values[0]).toBe(3);
    expect(values.at(-1)).toBe(42);
  });

  it('name the input that is not valid', () => {
    const plan = planOf({ good: { kind: 'constant', value: 1 }, bad: { kind: 'normal', mean: 0, sd: -2 } });
    const central = fillCentral(plan, new Float64Array(2));
    const sampler = createSampler(plan);
    for (const outcome of [central, sampler]) {
      expect(outcome.ok).toBe(false);
      if (!outcome.ok) {
        expect(outcome.error.keys).toEqual(['bad']);
        expect(outcome.error.message).toMatch(/^bad has sd -2/);
      }
    }
  });
});
