import { describe, expect, it } from 'vitest';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import type { InputNote, SourceEffect, SourcesResult } from '#shared/view/analysis/answers.ts';
import { sourcesView } from '#shared/view/analysis/sources.ts';

const start = { year: 2026, month: 4 };
const info = (id: string, unit: string): MeasureInfo => ({
  id,
  label: id,
  unit,
  kind: 'stock',
  formula: '',
  meaning: '',
});
const infos = [info('spend', 'USD'), info('power', 'MW')];

function input(key: string): InputNote {
  return {
    key,
    label: key,
    dimension: 'share',
    text: '',
    place: null,
    isDecision: false,
    isUncertain: false,
    central: 0.5,
    low: 0,
    high: 1,
    limits: null,
  };
}

function effect(key: string, ...figures: number[]): SourceEffect {
  const reported = ['a', 'b'].map((source) => ({ text: source, value: 0, source, date: null }));
  return { input: input(key), reported, figures: Float64Array.from(figures) };
}

const unknown = (key: string, ...figures: number[]): SourceEffect => ({
  ...effect(key, ...figures),
  reported: ['5 %', '25 %'].map((text) => ({ text, value: 0, source: null, date: null })),
});

const result = (effects: readonly SourceEffect[], lowest: number[], highest: number[]): SourcesResult => ({
  measures: ['spend', 'power'],
  at: 11,
  central: Float64Array.of(100e9, 4000),
  effects,
  unknowns: [],
  lowest: Float64Array.from(lowest),
  highest: Float64Array.from(highest),
  runs: 1,
});

describe('what is shown of the disagreements of sources', () => {
  it('puts the one that moves a figure most first, and says of the others that they stay put', () => {
    const small = effect('small', 100e9, 110e9, 4000, 4000);
    const large = effect('large', 100e9, 100e9, 3000, 5000);
    const { rows, finding, together } = sourcesView(
      infos,
      start,
      result([small, large], [100e9, 3000], [110e9, 5000]),
    );
    expect(rows.map((row) => row.input.key)).toEqual(['large', 'small']);
    expect(rows[0]?.cells.map(({ range }) => range)).toEqual(['stays put', '3.00–5.00\u202fGW']);
    expect(rows[1]?.cells[0]).toMatchObject({ range: '$100–110B', spread: 0.1, from: 0, to: 1 });
    expect(rows[1]?.cells[0]?.change).toMatch(/^0.% to \+10.%$/);
    expect(together[1]?.change).toMatch(/^\u221225.% to \+25.%$/);
    expect(finding).toContain('large');
  });

  it('keeps the figure in use within the range, and every bar within its column', () => {
    const { rows, together } = sourcesView(
      infos,
      start,
      result([effect('one', 120e9, 150e9, 4000, 4500)], [100e9, 4000], [150e9, 4500]),
    );
    expect(rows[0]?.cells[0]?.range).toBe('$100–150B');
    for (const { from, to } of [...(rows[0]?.cells ?? []), ...together]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      expect(from).toBeLessThanOrEqual(to);
    }
  });

  it('tells lower from higher below zero, and gives no share of nothing', () => {
    const below = { ...result([effect('one', -100e9, -120e9, 0, 500)], [-120e9, 0], [-100e9, 500]) };
    const { rows } = sourcesView(infos, start, { ...below, central: Float64Array.of(-100e9, 0) });
    expect(rows[0]?.cells[0]?.change).toMatch(/^\u221220.% to 0.%$/);
    expect(rows[0]?.cells[1]).toMatchObject({ change: '', spread: Number.NaN });
    expect(rows[0]?.cells[1]?.range).not.toBe('stays put');
  });

  it('does not say that a figure stays put which one source takes away, or which only one source gives', () => {
    const lost = effect('one', 100e9, Number.NaN, 4000, 4000);
    const taken = sourcesView(infos, start, result([lost], [100e9, 4000], [100e9, 4000]));
    expect(taken.rows[0]?.cells[0]?.range).toMatch(/^\$100.* or no answer$/);
    expect(taken.rows[0]?.cells[0]?.change).toBe('');
    const found = result([effect('one', Number.NaN, 100e9, 4000, 4000)], [Number.NaN, 4000], [100e9, 4000]);
    const given = sourcesView(infos, start, { ...found, central: Float64Array.of(Number.NaN, 4000) });
    expect(given.rows[0]?.cells[0]?.range).toBe(taken.rows[0]?.cells[0]?.range);
  });

  it('says so where nothing is disputed, and where nothing depends on it', () => {
    expect(sourcesView(infos, start, result([], [1, 1], [1, 1])).finding).toContain('No source');
    const idle = effect('idle', 100e9, 100e9, 4000, 4000);
    const shown = sourcesView(infos, start, result([idle], [100e9, 4000], [100e9, 4000]));
    expect(shown.finding).toContain('none of these figures');
  });

  it('lists what nobody knows apart, the assumption that moves a figure most first', () => {
    const { rows, unknowns, finding } = sourcesView(infos, start, {
      ...result([], [100e9, 4000], [100e9, 4000]),
      unknowns: [
        unknown('assumptions.small', 95e9, 105e9, 4000, 4000),
        unknown('assumptions.large', 50e9, 300e9, 3000, 4000),
      ],
    });
    expect(rows).toEqual([]);
    expect(finding).toBe('No source of this scenario contradicts another.');
    expect(unknowns.map(({ input }) => input.key)).toEqual(['assumptions.large', 'assumptions.small']);
    expect(unknowns[0]?.cells.map(({ range }) => range)).toEqual(['$50–300B', '3.00–4.00\u202fGW']);
    expect(unknowns[0]?.cells[0]).toMatchObject({ from: 0, to: 1 });
    expect(unknowns[1]?.cells[1]?.range).toBe('stays put');
  });
});
