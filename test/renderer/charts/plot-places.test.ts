import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotPlaces } from '../../../renderer/charts/plot-places.ts';

const room = { x: 44, y: 6, width: 300, height: 150 };
const months = [12, 60] as const;

describe('plotPlaces', () => {
  it('lays the ends of the axes on the edges of the plot', () => {
    for (const isLogarithmic of [false, true]) {
      const { x, y } = plotPlaces(room, { months, values: { min: 0.1, max: 1000 }, isLogarithmic });
      expect([x(12), x(60), y(0.1), y(1000)]).toEqual([44, 344, 156, 6]);
    }
  });

  it('goes evenly between them: by differences, or by ratios', () => {
    const values = { min: 1, max: 10_000 };
    const even = plotPlaces(room, { months, values: { min: -100, max: 100 }, isLogarithmic: false });
    expect([even.x(36), even.y(0), even.y(50)]).toEqual([194, 81, 43.5]);
    const ratios = plotPlaces(room, { months, values, isLogarithmic: true });
    expect([1, 10, 100, 1000, 10_000].map(ratios.y)).toEqual([156, 118.5, 81, 43.5, 6]);
  });

  it('has a place for every number, in their order, and for what lies beyond the axes', () => {
    const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(any, any, fc.boolean(), (one, other, isLogarithmic) => {
        const { y } = plotPlaces(room, { months, values: { min: 0.5, max: 80 }, isLogarithmic });
        expect(Number.isFinite(y(one))).toBe(true);
        if (one <= other && (!isLogarithmic || one > 0)) expect(y(one)).toBeGreaterThanOrEqual(y(other));
      }),
      { seed: 20261121, numRuns: 500 },
    );
    const { x, y } = plotPlaces(room, { months, values: { min: 0, max: 10 }, isLogarithmic: false });
    expect([x(0), x(72), y(20), y(-10)]).toEqual([-31, 419, -144, 306]);
  });

  it('gives what is not above zero the lower edge of a logarithmic axis', () => {
    const { y } = plotPlaces(room, { months, values: { min: 1, max: 10 }, isLogarithmic: true });
    expect([y(0), y(-3)]).toEqual([156, 156]);
  });
});
