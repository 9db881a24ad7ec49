import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import { createStream, fillUniforms } from '#shared/engine/random/stream.ts';
import { createSampleStore, type SampleStore } from '#shared/engine/sample-store.ts';
import { summarise } from '#shared/engine/summarise.ts';
import { type Bands, bandsOf, bandTableLength } from '#shared/engine/summary/bands.ts';
import { summariseCheck } from '#shared/engine/summary/check-summary.ts';
import { histogramOf } from '#shared/engine/summary/histogram.ts';
import { drawNearestMedian } from '#shared/engine/summary/nearest-draw.ts';
import { pairedDifference } from '#shared/engine/summary/paired-difference.ts';
import { probabilityByMonth } from '#shared/engine/summary/probability.ts';
import { isSettled, worstRelativeError } from '#shared/engine/summary/settled.ts';
import { shareOf } from '#shared/engine/summary/share.ts';

const draws = 2000;
const months = 3;

function uniforms(name: string): Float64Array {
  const out = new Float64Array(draws);
  fillUniforms(createStream(7, name, { method: 'plain', draws }), 0, draws, out);
  return out;
}

function storeFrom(value: (draw: number, month: number) => number, checks = 0): SampleStore {
  const store = createSampleStore({ measures: 1, months, checks, firstDraw: 0, draws });
  for (let month = 0; month < months; month++)
    for (let draw = 0; draw < draws; draw++) store.values[month * draws + draw] = value(draw, month);
  return store;
}

function tableOf(store: SampleStore, weights?: Float64Array): Float64Array {
  const table = new Float64Array(bandTableLength(store.measures, store.months));
  const slices = store.measures * store.months;
  summarise(
    { store, done: store.draws, fromSlice: 0, toSlice: slices, table, ...(weights ? { weights } : {}) },
    uncontrolled,
  );
  return table;
}

const bandsFor = (store: SampleStore, weights?: Float64Array): Bands =>
  bandsOf(tableOf(store, weights), 0, store.months);

const u = uniforms('u');
const v = uniforms('v');
const drawn = (draw: number, month: number) =>
  month === 1 && (u[draw] ?? 0) < 0.25 ? Number.NaN : Math.exp((u[draw] ?? 0) + month * (v[draw] ?? 0));
const store = storeFrom(drawn);

describe('weighted bands', () => {
  it('are the plain ones when all weights are equal', () => {
    const plain = bandsFor(store);
    const weighted = bandsFor(store, new Float64Array(draws).fill(0.37));
    for (const [name, figures] of Object.entries(plain)) {
      const other = weighted[name as keyof Bands];
      // The plain summary reads the errors of percentiles off its bins where these are fine enough.
      const tolerance = /\d+Error|medianError/.test(name) ? 0.05 : 1e-9;
      figures.forEach((figure: number, month: number) => {
        expect(Math.abs((other[month] ?? 0) - figure), `${name} ${month}`).toBeLessThanOrEqual(
          tolerance * Math.abs(figure),
        );
      });
    }
  });

  it('count nothing that has no weight', () => {
    const weights = Float64Array.from({ length: draws }, (_, draw) => (draw % 3 === 0 ? 0 : 1));
    const left = [...Array(draws).keys()].filter((draw) => draw % 3 !== 0);
    const few = createSampleStore({ measures: 1, months, checks: 0, firstDraw: 0, draws: left.length });
    left.forEach((draw, place) => {
      for (let month = 0; month < months; month++)
        few.values[month * left.length + place] = drawn(draw, month);
    });
    const [weighted, plain] = [bandsFor(store, weights), bandsFor(few)];
    for (const name of ['p5', 'p25', 'p50', 'p75', 'p95', 'mean', 'answered'] as const) {
      plain[name].forEach((figure, month) => {
        expect(weighted[name][month], name).toBeCloseTo(figure, 9);
      });
    }
  });

  it('move to the law the weights stand for', () => {
    // Weight 2u turns the uniform law into one with distribution function u²: median √½, mean ⅔.
    const bands = bandsFor(
      storeFrom((draw) => u[draw] ?? 0),
      u.map((one) => 2 * one),
    );
    const error = (name: 'standardError' | 'medianError') => bands[name][0] ?? 0;
    expect(Math.abs((bands.mean[0] ?? 0) - 2 / 3)).toBeLessThan(3 * error('standardError'));
    expect(Math.abs((bands.p50[0] ?? 0) - Math.SQRT1_2)).toBeLessThan(3 * error('medianError'));
    expect(error('medianError')).toBeGreaterThan(0);
  });
});

describe('settling', () => {
  const bands = bandsFor(storeFrom((draw) => 100 + (u[draw] ?? 0)));
  const figure = { bands, month: 0 };

  it('takes the largest relative error on screen', () => {
    const worst = worstRelativeError([figure]);
    expect(worst).toBeGreaterThanOrEqual((bands.standardError[0] ?? 0) / (bands.mean[0] ?? 1));
    expect(worst).toBeLessThan(0.001);
    expect(isSettled([figure], draws, worst)).toBe(true);
    expect(isSettled([figure], draws, worst * 0.99)).toBe(false);
    expect(isSettled([figure], 255, 1)).toBe(false);
    expect(isSettled([figure], draws, 0)).toBe(false);
  });

  it('is at once where nothing differs and not yet where the error is unknown', () => {
    expect(worstRelativeError([{ bands: bandsFor(storeFrom(() => 5)), month: 2 }])).toBe(0);
    const single = createSampleStore({ measures: 1, months: 1, checks: 0, firstDraw: 0, draws: 1 });
    single.values.fill(3);
    expect(worstRelativeError([{ bands: bandsFor(single), month: 0 }])).toBe(Number.POSITIVE_INFINITY);
  });

  it('measures a figure near zero by its band', () => {
    const near = bandsFor(storeFrom((draw) => (u[draw] ?? 0) - 0.5));
    expect(worstRelativeError([{ bands: near, month: 0 }])).toBeLessThan(0.05);
  });
});

describe('shares and probabilities', () => {
  it('have the error of a share, and three over n at the ends', () => {
    const { share, standardError } = shareOf(draws, 0, (at) => (u[at] ?? 0) < 0.3);
    expect(Math.abs(share - 0.3)).toBeLessThan(3 * standardError);
    expect(standardError / Math.sqrt((0.3 * 0.7) / draws)).toBeGreaterThan(0.6);
    expect(standardError / Math.sqrt((0.3 * 0.7) / draws)).toBeLessThan(1.5);
    expect(shareOf(draws, 0, () => false).standardError * 1.96).toBeCloseTo(3 / draws, 6);
  });

  it('tell holding at a month from having held by it', () => {
    const wave = storeFrom((draw, month) => (month === 1 ? -(u[draw] ?? 0) : (u[draw] ?? 0)));
    const result = probabilityByMonth(wave, 0, draws, { comparison: 'at-least', value: 0.6 });
    const above = u.filter((one) => one >= 0.6).length / draws;
    expect([...result.at]).toEqual([above, 0, above]);
    expect([...result.by]).toEqual([above, above, above]);
    const below = probabilityByMonth(wave, 0, draws, { comparison: 'at-most', value: -0.9 });
    expect(below.by[0]).toBe(0);
    expect(below.by[2]).toBe(u.filter((one) => one >= 0.9).length / draws);
  });

  it('count a missing answer as not met', () => {
    const result = probabilityByMonth(store, 0, draws, { comparison: 'at-least', value: 0 });
    expect(result.at[1]).toBe(u.filter((one) => one >= 0.25).length / draws);
  });

  it('summarise checks by share and first month', () => {
    const checked = storeFrom(() => 0, 2);
    checked.firstBroken.fill(-1);
    checked.firstBroken.fill(2, 0, 200);
    checked.firstBroken.fill(1, 200, 300);
    const broken = summariseCheck(checked, 0, draws);
    expect(broken.brokenShare).toBe(0.15);
    expect(broken.firstBrokenMonth).toBe(1);
    expect([...broken.firstBrokenByMonth].map((share) => Math.round(share * draws))).toEqual([0, 100, 200]);
    expect(summariseCheck(checked, 1, draws)).toMatchObject({ brokenShare: 0, firstBrokenMonth: null });
  });
});

describe('the distribution at a month', () => {
  it('has bars that sum to one and a curve that rises from end to end', () => {
    const histogram = histogramOf(store.values.subarray(draws, 2 * draws));
    expect(histogram).not.toBeNull();
    if (histogram === null) return;
    expect(histogram.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(histogram.edges).toHaveLength(histogram.shares.length + 1);
    expect(histogram.values.every((value, at) => at === 0 || value >= (histogram.values[at - 1] ?? 0))).toBe(
      true,
    );
    expect(histogram.edges.at(-1)).toBe(histogram.values.at(-1));
    expect(histogram.answered).toBe(u.filter((one) => one >= 0.25).length / draws);
  });

  it('is one bar where nothing differs and null where nothing answers', () => {
    expect(histogramOf(new Float64Array(50).fill(4))).toMatchObject({
      shares: Float64Array.of(1),
      edges: Float64Array.of(4, 4),
    });
    expect(histogramOf(new Float64Array(50).fill(Number.NaN))).toBeNull();
  });

  it('counts weights in the bars', () => {
    const histogram = histogramOf(Float64Array.of(0, 0, 0, 10), Float64Array.of(1, 1, 1, 7));
    expect(histogram?.shares[0]).toBeCloseTo(0.3, 12);
    expect(histogram?.shares.at(-1)).toBeCloseTo(0.7, 12);
  });
});

describe('the draw nearest the median', () => {
  it('is the one planted there', () => {
    const planted = storeFrom((draw, month) =>
      draw === 1234 ? 0 : (u[draw] ?? 0) - 0.5 + month * (v[draw] ?? 0) - month / 2,
    );
    expect(drawNearestMedian(planted, draws, tableOf(planted), [0])).toBe(1234);
  });
});

describe('the paired difference', () => {
  it('of a run with itself is exactly zero', () => {
    const difference = bandsFor(pairedDifference(store, store));
    for (const name of ['p5', 'p50', 'p95', 'mean', 'standardError'] as const)
      expect([...difference[name]]).toEqual([0, 0, 0]);
  });

  it('knows a shift far better than two separate runs do', () => {
    const shifted = storeFrom((draw, month) => drawn(draw, month) + 0.01 + 0.001 * (v[draw] ?? 0));
    const difference = bandsFor(pairedDifference(shifted, store));
    expect(Math.abs((difference.mean[2] ?? 0) - 0.0105)).toBeLessThan(3 * (difference.standardError[2] ?? 0));
    expect(difference.standardError[2]).toBeLessThan(0.01 * (bandsFor(store).standardError[2] ?? 0));
  });
});
