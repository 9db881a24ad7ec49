import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '#shared/engine/analysis/spread.ts';
import { BAND_FIGURES } from '#shared/engine/summary/bands.ts';
import { createSliceSummary } from '#shared/engine/summary/slice-summary.ts';

/** A stream of evenly spread numbers in 0…1, from splitmix32. */
function randomStream(seed: number): () => number {
  let state = Math.imul(seed, 0x85ebca6b);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const figures = fc.float64Array({
  minLength: 1,
  maxLength: 400,
  noDefaultInfinity: true,
  min: -1e6,
  max: 1e6,
});

/** Type 7 by its definition, from a whole sort. */
function type7(samples: Float64Array, probability: number): number {
  const sorted = samples.filter((value) => !Number.isNaN(value)).sort();
  const rank = probability * (sorted.length - 1);
  const [below = Number.NaN, above = below] = sorted.subarray(Math.floor(rank), Math.floor(rank) + 2);
  return below + (rank - Math.floor(rank)) * (above - below);
}

describe('the spread of a figure over draws', () => {
  it('is its percentiles of type 7 among the draws that answer', () => {
    fc.assert(
      fc.property(figures, (samples) => {
        const spread = spreadOf(samples);
        const answers = samples.filter((value) => !Number.isNaN(value)).length;
        expect(spread.answered).toBe(answers / samples.length);
        for (const [found, probability] of [
          [spread.p10, 0.1],
          [spread.p50, 0.5],
          [spread.p90, 0.9],
        ] as const) {
          if (answers === 0) expect(found).toBeNaN();
          else expect(found).toBeCloseTo(type7(samples, probability), 6);
        }
      }),
      { seed: 20261121 },
    );
  });

  it('has errors that hold 19 times in 20', () => {
    const covered = { p10: 0, p50: 0, p90: 0 };
    const repeats = 400;
    for (let seed = 1; seed <= repeats; seed += 1) {
      const random = randomStream(seed);
      const spread = spreadOf(Float64Array.from({ length: 640 }, () => random()));
      // Uniform draws: a percentile is its own probability.
      for (const [figure, truth] of [
        ['p10', 0.1],
        ['p50', 0.5],
        ['p90', 0.9],
      ] as const) {
        const off = Math.abs(spread[figure] - truth);
        if (off <= 1.959963984540054 * spread[`${figure}Error`]) covered[figure] += 1;
      }
    }
    for (const count of Object.values(covered)) {
      expect(count / repeats).toBeGreaterThanOrEqual(0.92);
      expect(count / repeats).toBeLessThanOrEqual(0.98);
    }
  });

  it('has the errors that the bands of a run have', () => {
    const random = randomStream(5);
    const samples = Float64Array.from({ length: 4096 }, () => random());
    const figures = new Float64Array(BAND_FIGURES.length);
    createSliceSummary(samples.length)(samples, 0, figures);
    const band = figures[BAND_FIGURES.indexOf('medianError')] ?? Number.NaN;
    // Those of the bands are read off evenly wide bins, which is as good where there are so many values.
    expect(spreadOf(samples).p50Error / band).toBeCloseTo(1, 1);
  });

  it('says that no error is known where one replicate holds all answers', () => {
    const samples = new Float64Array(64).fill(Number.NaN);
    samples[3] = 1;
    samples[35] = 2;
    expect(spreadOf(samples).p50).toBe(1.5);
    expect(spreadOf(samples).p50Error).toBeNaN();
  });
});
