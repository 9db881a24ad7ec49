import { describe, expect, it } from 'vitest';
import type { ChartSeries } from '#shared/view/chart.ts';
import { nameElements } from '../../../renderer/charts/name-elements.ts';
import { readPalette } from '../../../renderer/charts/palette.ts';
import { places, room, series, view } from '../../support/half-a-year.ts';

const palette = readPalette((name) => `token:${name}`);

describe('nameElements', () => {
  const named = (list: readonly ChartSeries[], to: number, from = 0) =>
    nameElements(view(list), places, room, [from, to], Number.isFinite, palette).map((element) => {
      const { x, y, style } = element;
      return [style.text, x, y];
    });

  it('stand beside where a line ends in sight', () => {
    const line = series([1, 5, 2, 9, Number.NaN, Number.NaN]);
    expect(named([line], 6)).toEqual([['A', 10, 910]]);
    expect(named([line], 3)).toEqual([['A', 9, 980]]);
    expect(named([series([Number.NaN, Number.NaN, 1, 2, 3, 4])], 2)).toEqual([]);
    expect(named([line], 6, 4)).toEqual([['A', 10, 910]]);
    expect(named([line], 6, 5)).toEqual([]);
  });

  it('are moved apart in their order where they would overlap', () => {
    const ends = [50, 50.1, 50.2].map((value, at) =>
      series([1, 1, 1, 1, 1, value], { id: String(at), label: String(at) }),
    );
    const heights = named(ends, 6);
    expect(heights.map(([name]) => name)).toEqual(['2', '1', '0']);
    const ys = heights.map(([, , y]) => Number(y));
    for (const [at, y] of ys.entries()) if (at > 0) expect(y - (ys[at - 1] ?? 0)).toBeGreaterThanOrEqual(13);
  });
});
