import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathStep } from '#shared/export/drawing/drawing.ts';
import { straightened } from '../../../renderer/charts/straightened.ts';

/** Lines through points at growing distances, some of them level, some steep, some with a bend less than can be seen. */
const rise = fc.oneof(
  fc.constant(0),
  fc.constant(1.5),
  fc.double({ min: -0.4, max: 0.4, noNaN: true }),
  fc.double({ min: -300, max: 300, noNaN: true }),
);
const profile = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), rise), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    const places: (readonly [number, number])[] = [[0, 100]];
    for (const [across, up] of steps) {
      const [x, y] = places.at(-1) ?? [0, 0];
      places.push([x + across, y + up]);
    }
    return places;
  });

const line = (places: readonly (readonly [number, number])[]): PathStep[] =>
  places.map(([x, y], at) => [at === 0 ? 'M' : 'L', x, y]);

/** The height of a line over a point between its ends. */
function heightAt(path: readonly PathStep[], x: number): number {
  for (let at = 1; at < path.length; at += 1) {
    const [one, two] = [path[at - 1], path[at]];
    if (one?.length !== 3 || two?.length !== 3 || x < one[1] || x > two[1]) continue;
    return one[2] + ((x - one[1]) / (two[1] - one[1])) * (two[2] - one[2]);
  }
  return Number.NaN;
}

describe('straightened', () => {
  it('passes every point of a line within a tenth of a pixel, and keeps both ends', () => {
    fc.assert(
      fc.property(profile, (places) => {
        const path = line(places);
        const kept = straightened(path);
        expect(kept[0]).toEqual(path[0]);
        expect(kept.at(-1)).toEqual(path.at(-1));
        for (const [x, y] of places) expect(Math.abs(heightAt(kept, x) - y)).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('keeps only what was there, in its order', () => {
    fc.assert(
      fc.property(profile, (places) => {
        const path = line(places);
        const kept = straightened(path);
        const at = kept.map((step) => path.indexOf(step));
        expect(at).toEqual([...new Set(at)].sort((one, other) => one - other));
        expect(at).not.toContain(-1);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('needs two points for what is straight and all for what turns at each', () => {
    const straight = line(Array.from({ length: 100 }, (_, at) => [3 * at, 50 + 0.7 * at]));
    expect(straightened(straight)).toEqual([straight[0], straight[99]]);
    const teeth = line(Array.from({ length: 100 }, (_, at) => [3 * at, at % 2]));
    expect(straightened(teeth)).toEqual(teeth);
  });

  it('goes along an area and back on its other edge, straight up at the corners', () => {
    const places = Array.from({ length: 20 }, (_, at) => at);
    const area: PathStep[] = [
      ...line(places.map((x) => [x, 10])),
      ...places.toReversed().map((x): PathStep => ['L', x, 40]),
      ['Z'],
    ];
    const corners: PathStep[] = [['M', 0, 10], ['L', 19, 10], ['L', 19, 40], ['L', 0, 40], ['Z']];
    expect(straightened(area)).toEqual(corners);
    expect(straightened([...area, ...area])).toEqual([...corners, ...corners]);
  });

  it('leaves curves and what is closed as they are', () => {
    const round: PathStep[] = [
      ['M', 0, 0],
      ['C', 1, 1, 2, 2, 3, 3],
      ['C', 4, 4, 5, 5, 6, 6],
      ['Z'],
      ['M', 9, 9],
      ['L', 9, 9],
      ['L', 9, 12],
      ['L', 9, 15],
      ['Z'],
    ];
    expect(straightened(round)).toEqual(round);
  });
});
