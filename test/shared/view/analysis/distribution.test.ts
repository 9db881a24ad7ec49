import { describe, expect, it } from 'vitest';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { BAND_FIGURES, bandsOf, bandTableLength } from '#shared/engine/summary/bands.ts';
import { histogramOf } from '#shared/engine/summary/histogram.ts';
import { createSliceSummary } from '#shared/engine/summary/slice-summary.ts';
import type { DistributionResult } from '#shared/view/analysis/answers.ts';
import { distributionView, probabilityText } from '#shared/view/analysis/distribution.ts';

const info: MeasureInfo = {
  ...{ id: 'capacity.online', label: 'Power online', unit: 'MW', kind: 'stock' },
  ...{ meaning: '', formula: '' },
};
const about = { info, start: { year: 2026, month: 1 } };

/** The answer about a sample of one month, made by the engine's own summary. */
function answer(samples: Float64Array): DistributionResult {
  const figures = new Float64Array(BAND_FIGURES.length);
  createSliceSummary(samples.length)(samples, 0, figures);
  const table = new Float64Array(bandTableLength(1, 1));
  table.set(figures);
  const common = { of: info.id, at: 0, draws: samples.length, probability: null, nearest: null };
  return { ...common, histogram: histogramOf(samples), bands: bandsOf(table, 0, 1) };
}

/** Evenly spread over 1 to 3 GW, but for one draw far out. */
const spread = Float64Array.from({ length: 2000 }, (_, at) => (at === 1999 ? 90_000 : 1000 + at));

describe('a distribution as it is shown', () => {
  it('says where nine draws in ten lie, with no digit finer than its error', () => {
    const view = distributionView(about, answer(spread));
    expect(view.unit.label).toBe('GW');
    expect(view.finding).toMatch(
      /^Power online at the end of Jan 2026: nine draws in ten lie between 1\.1\d*\sGW and 2\.\d+\sGW/,
    );
    for (const { label, value, error } of view.facts) {
      const decimals = /\.(\d+)/.exec(value)?.[1]?.length ?? 0;
      const off = Number(/±([\d.]+)/.exec(error)?.[1]);
      expect(10 ** -decimals, label).toBeGreaterThan(off / 4);
    }
  });

  it('does not let one far draw empty the picture', () => {
    const { window, edges, marks } = distributionView(about, answer(spread));
    expect(edges.at(-1)).toBe(90);
    expect(window[1]).toBeLessThan(3.5);
    expect(marks.map(({ label }) => label)).toEqual(['P5', 'P50', 'P95']);
    for (const { at } of marks) {
      expect(at).toBeGreaterThan(window[0]);
      expect(at).toBeLessThan(window[1]);
    }
  });

  it('says when all draws agree, when some have no answer, and when none has', () => {
    expect(distributionView(about, answer(new Float64Array(100).fill(5))).finding).toMatch(
      /is 5\.00\u202fMW in nearly every draw/,
    );
    const gaps = distributionView(
      about,
      answer(spread.map((value, at) => (at % 4 === 0 ? Number.NaN : value))),
    );
    expect(gaps.basis).toContain('25\u202f% of draws have no answer');
    expect(distributionView(about, answer(new Float64Array(100).fill(Number.NaN))).finding).toMatch(
      /no answer/,
    );
  });

  it('says how likely a condition is, and by when half of the draws have met it', () => {
    const probability = {
      at: Float64Array.of(0.2, 0.61),
      atError: Float64Array.of(0.01, 0.01),
      by: Float64Array.of(0.2, 0.7),
      byError: Float64Array.of(0.01, 0.01),
    };
    const text = probabilityText(
      about,
      { ...answer(spread), at: 1, probability },
      { comparison: 'at-least', value: 2000 },
    );
    expect(text).toBe(
      'Power online at the end of Feb 2026 is at least 2.00\u202fGW in 61\u202f% of draws; it has been so by then in 70\u202f%; half of the draws have met it by Feb 2026',
    );
  });
});
