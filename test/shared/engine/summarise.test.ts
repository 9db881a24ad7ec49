import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import { probit } from '#shared/engine/numeric/probit.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import { createSampleStore, type SampleStore } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import { summarise } from '#shared/engine/summarise.ts';
import { BAND_PROBABILITIES, type Bands, bandsOf, bandTableLength } from '#shared/engine/summary/bands.ts';
import { studentFactor } from '#shared/engine/summary/replicate-error.ts';
import { type FakeMeasure, fakeKernel } from '../../support/fake-kernel.ts';

const methods = ['sobol', 'latin-hypercube', 'plain'] as const;

function bandsFor(store: SampleStore, done = store.draws): Bands {
  const table = new Float64Array(bandTableLength(store.measures, store.months));
  summarise({ store, done, fromSlice: 0, toSlice: store.measures * store.months, table }, uncontrolled);
  return bandsOf(table, 0, store.months);
}

function storeOf(...months: readonly (readonly number[])[]): SampleStore {
  const draws = months[0]?.length ?? 0;
  const store = createSampleStore({ measures: 1, months: months.length, checks: 0, firstDraw: 0, draws });
  store.values.set(months.flat());
  return store;
}

function simulated(
  method: (typeof methods)[number],
  draws: number,
  seed: number,
  laws: readonly Distribution[],
  measure: FakeMeasure,
): SampleStore {
  const sampler = createSampler({
    seed,
    sampling: { method, draws, settleAt: 0 },
    inputs: laws.map((distribution, index) => ({ key: `input-${index}`, distribution })),
    correlations: [],
  });
  if (!sampler.ok) throw new Error(sampler.error.message);
  const kernel = fakeKernel(laws.length, 128, 1, { one: measure });
  const store = createSampleStore({ measures: 1, months: 1, checks: 1, firstDraw: 0, draws });
  simulate({ sampler: sampler.value, kernel, store, fromDraw: 0, toDraw: draws }, uncontrolled);
  return store;
}

const at = (values: Float64Array, month = 0) => values[month] ?? Number.NaN;

describe('bands', () => {
  it('of a month do not depend on the month before, though it be nearly the same', () => {
    const draws = [4, 1, 0, 2, 7];
    const months = [draws, draws, draws.with(2, -0), draws.with(4, 8), draws.with(4, Number.NaN), draws];
    const together = bandsFor(storeOf(...months));
    for (const [month, own] of months.entries()) {
      const alone = bandsFor(storeOf(own));
      for (const figure of Object.keys(alone) as (keyof Bands)[])
        expect(at(together[figure], month)).toBe(at(alone[figure]));
    }
  });

  it('are type 7 percentiles, the mean and the share of answers', () => {
    const { NaN: none } = Number;
    const bands = bandsFor(storeOf([4, 1, 3, 2], [none, 10, none, 20], [none, none, none, none]));
    expect([at(bands.p5), at(bands.p25), at(bands.p50), at(bands.p75)]).toEqual([1.15, 1.75, 2.5, 3.25]);
    expect(at(bands.p95)).toBeCloseTo(3.85, 14);
    expect(at(bands.mean)).toBe(2.5);
    expect([...bands.answered]).toEqual([1, 0.5, 0]);
    expect([at(bands.p25, 1), at(bands.mean, 1)]).toEqual([12.5, 15]);
    for (const figure of [bands.p5, bands.p50, bands.mean, bands.standardError, bands.medianError])
      expect(at(figure, 2)).toBeNaN();
  });

  it('equal the value exactly, without error, where draws do not differ', () => {
    const bands = bandsFor(storeOf(Array(1000).fill(0.1)));
    for (const figure of [bands.p5, bands.p25, bands.p50, bands.p75, bands.p95, bands.mean])
      expect(at(figure)).toBe(0.1);
    expect([at(bands.standardError), at(bands.p95Error)]).toEqual([0, 0]);
  });

  it('have the textbook error of the mean, widened as Student asks, when draws are fewer than replicates', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const mean = 31 / 8;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 7;
    expect(at(bandsFor(storeOf(values)).standardError)).toBeCloseTo(
      studentFactor(7) * Math.sqrt(variance / 8),
      12,
    );
  });

  it('know Student to three digits', () => {
    // Published 97.5 % points of Student's law over that of the normal law.
    for (const [degrees, point] of [
      [5, 2.5706],
      [10, 2.2281],
      [31, 2.0395],
    ] as const) {
      expect(studentFactor(degrees) * 1.95996).toBeCloseTo(point, 2);
    }
  });

  it('come out the same from any division of the slices', () => {
    const store = storeOf(
      ...[1, 2, 3, 4, 5].map((month) => Array.from({ length: 700 }, (_, draw) => Math.sin(month * draw))),
    );
    const whole = bandsFor(store);
    const table = new Float64Array(bandTableLength(1, 5));
    for (const [fromSlice, toSlice] of [
      [3, 5],
      [0, 1],
      [1, 3],
    ] as const) {
      summarise({ store, done: 700, fromSlice, toSlice, table }, uncontrolled);
    }
    expect(bandsOf(table, 0, 5)).toEqual(whole);
  });

  it('stop before the next slice when cancelled', () => {
    const store = storeOf([1, 2], [3, 4]);
    const table = new Float64Array(bandTableLength(1, 2)).fill(-1);
    const control = { isCancelled: () => true, report: () => undefined };
    expect(summarise({ store, done: 2, fromSlice: 0, toSlice: 2, table }, control).ok).toBe(false);
    expect(table.every((figure) => figure === -1)).toBe(true);
  });
});

describe('closed forms, within three standard errors', () => {
  const normals: Distribution[] = [2, 3, 6].map((sd, index) => ({ kind: 'normal', mean: index + 1, sd }));
  const lognormals: Distribution[] = [0.2, 0.3, 0.6].map((sigma, index) => ({
    kind: 'lognormal',
    mu: index - 1,
    sigma,
  }));

  it.each(methods)('a sum of normals and a product of lognormals (%s)', (method) => {
    const sum = bandsFor(simulated(method, 8000, 1, normals, ([a = 0, b = 0, c = 0]) => a + b + c));
    const product = bandsFor(simulated(method, 8000, 1, lognormals, ([a = 0, b = 0, c = 0]) => a * b * c));
    const figures = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;
    const errors = ['p5Error', 'p25Error', 'medianError', 'p75Error', 'p95Error'] as const;
    BAND_PROBABILITIES.forEach((probability, index) => {
      const figure = figures[index] ?? 'p50';
      const error = errors[index] ?? 'medianError';
      const score = probit(probability);
      expect(Math.abs(at(sum[figure]) - (6 + 7 * score)), figure).toBeLessThan(3 * at(sum[error]));
      expect(Math.abs(at(product[figure]) - Math.exp(0.7 * score)), figure).toBeLessThan(
        3 * at(product[error]),
      );
    });
    expect(Math.abs(at(sum.mean) - 6)).toBeLessThan(3 * at(sum.standardError));
    expect(Math.abs(at(product.mean) - Math.exp(0.245))).toBeLessThan(3 * at(product.standardError));
  });
});

describe('the reported sampling error', () => {
  const laws: Distribution[] = [
    { kind: 'normal', mean: 1, sd: 1 },
    { kind: 'uniform', low: 0, high: 2 },
    { kind: 'normal', mean: 1, sd: 1 },
  ];
  /** Has main effects and an interaction; its mean is 2. */
  const measure: FakeMeasure = ([a = 0, b = 0, c = 0]) => a * b * c + a;
  const repeats = 400;
  const truth = bandsFor(simulated('sobol', 400_000, 999, laws, measure));

  it.each(methods)(
    'covers the truth in 93 to 97 of 100 cases at nominal 95, over 400 repeats (%s)',
    (method) => {
      const covered = { mean: 0, percentiles: 0 };
      for (let seed = 1; seed <= repeats; seed++) {
        const bands = bandsFor(simulated(method, 1500, seed, laws, measure));
        const isCovered = (figure: Float64Array, error: Float64Array, value: number) =>
          Number(Math.abs(at(figure) - value) <= 1.96 * at(error));
        covered.mean += isCovered(bands.mean, bands.standardError, 2);
        covered.percentiles += isCovered(bands.p5, bands.p5Error, at(truth.p5)) / 3;
        covered.percentiles += isCovered(bands.p50, bands.medianError, at(truth.p50)) / 3;
        covered.percentiles += isCovered(bands.p95, bands.p95Error, at(truth.p95)) / 3;
      }
      for (const [figure, count] of Object.entries(covered)) {
        expect(count / repeats, figure).toBeGreaterThanOrEqual(0.93);
        expect(count / repeats, figure).toBeLessThanOrEqual(0.97);
      }
    },
  );

  it('is smaller for evenly spread draws than for plain ones', () => {
    const error = (method: (typeof methods)[number]) =>
      at(bandsFor(simulated(method, 4000, 1, laws, ([a = 0, b = 0, c = 0]) => a + b + c)).standardError);
    expect(error('sobol')).toBeLessThan(0.2 * error('plain'));
    expect(error('latin-hypercube')).toBeLessThan(0.2 * error('plain'));
  });
});
