import { describe, expect, it } from 'vitest';
import { BAND_FIGURES, type Bands } from '#shared/engine/summary/bands.ts';
import { figureInDoubt, usualMeasure } from '#shared/view/analysis/figure-in-doubt.ts';
import { headlineMeasures } from '#shared/view/headline.ts';

const months = 6;

/** Bands of a measure that spreads in some of the months. */
function bands(id: string, isSpread: (month: number) => boolean, length = months): Bands & { id: string } {
  const row = (spread: number) => Float64Array.from({ length }, (_, at) => 5 + (isSpread(at) ? spread : 0));
  const flat = Object.fromEntries(BAND_FIGURES.map((name) => [name, row(0)])) as unknown as Bands;
  return { ...flat, id, p5: row(-1), p95: row(1) };
}
const always = () => true;
const never = () => false;

describe('the figure in doubt', () => {
  const [first = '', second = ''] = headlineMeasures.filter((id) => id !== usualMeasure);
  const all = [bands(first, always), bands(usualMeasure, always), bands('fleet.chips', (at) => at === 2)];

  it('is that which the user chose, at the month chosen or the last', () => {
    expect(figureInDoubt(all, months, { measure: 'fleet.chips', month: 2 })).toEqual({
      measure: 'fleet.chips',
      month: 2,
    });
    expect(figureInDoubt(all, months, { measure: first, month: null })).toEqual({
      measure: first,
      month: months - 1,
    });
  });

  it('is the usual one where nothing was chosen, what was chosen is certain, or its draws were not kept', () => {
    const usual = { measure: usualMeasure, month: months - 1 };
    expect(figureInDoubt(all, months, null)).toEqual(usual);
    expect(figureInDoubt(all, months, { measure: 'fleet.chips', month: 3 })).toEqual(usual);
    expect(figureInDoubt(all, months, { measure: 'fleet.power', month: 2 })).toEqual(usual);
  });

  it('is the first uncertain headline measure where the usual one is certain, and none where all are', () => {
    const certain = [bands(usualMeasure, never), bands(first, never)];
    expect(figureInDoubt([...certain, bands(second, always)], months, null)?.measure).toBe(second);
    expect(figureInDoubt(certain, months, null)).toBeNull();
    expect(figureInDoubt([], months, null)).toBeNull();
  });

  it('passes over months in which no draw has an answer', () => {
    const unanswered = {
      ...bands(usualMeasure, always),
      p5: new Float64Array(months).fill(Number.NaN),
    };
    expect(figureInDoubt([unanswered], months, null)).toBeNull();
  });
});
