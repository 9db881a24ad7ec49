import { describe, expect, it } from 'vitest';
import type { PathStep } from '#shared/export/drawing/drawing.ts';
import type { ChartSeries } from '#shared/view/chart.ts';
import { areaLook } from '#shared/view/series-look.ts';
import { figureElements, pointElements } from '../../../renderer/charts/figure-elements.ts';
import { readPalette } from '../../../renderer/charts/palette.ts';
import { places, room, series, view } from '../../support/half-a-year.ts';

const palette = readPalette((name) => `token:${name}`);

const drawn = (list: readonly ChartSeries[], isShown = Number.isFinite) =>
  figureElements(view(list), places, isShown, palette);
const pathsOf = (list: readonly ChartSeries[], isShown?: (value: number) => boolean) =>
  drawn(list, isShown).map(({ shape }) => shape.path);

/** The points of a path, closing lines aside. */
const points = (path: readonly PathStep[] | undefined) =>
  (path ?? []).flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [[step[1], step[2]]] : []));

describe('figureElements', () => {
  it('draws what stands at the end of a month there', () => {
    const [line] = pathsOf([series([1, 5, 2, 9, 3, 7])]);
    expect(points(line)).toEqual([
      [1, 990],
      [2, 950],
      [3, 980],
      [4, 910],
      [5, 970],
      [6, 930],
    ]);
  });

  it('breaks a line where it has no answer, and where the axis cannot show it', () => {
    const [gap] = pathsOf([series([1, 5, Number.NaN, 9, 0, 7])]);
    expect(gap?.map(([kind]) => kind).join('')).toBe('MLMLL');
    const [logarithmic] = pathsOf([series([1, 5, 2, 9, 0, 7])], (value) => value > 0);
    expect(logarithmic?.map(([kind]) => kind).join('')).toBe('MLLLM');
  });

  it('stacks areas: each begins where the one below it ends, and lines stand over them for themselves', () => {
    const below = series([1, 5, 2, 9, 3, 7], areaLook(0));
    const above = series([4, 1, 8, 2, 6, 3], areaLook(1));
    const line = series([3, 9, 1, 7, 2, 8]);
    const [one, two, three] = pathsOf([line, below, above]).map(points);
    const upper = one?.slice(0, 6);
    expect(upper?.map(([, y]) => y)).toEqual([990, 950, 980, 910, 970, 930]);
    // It goes back along its lower edge, which the area below left as its upper one.
    expect(two?.slice(6).reverse()).toEqual(upper);
    expect(two?.slice(0, 6).map(([, y]) => y)).toEqual([950, 940, 900, 890, 910, 900]);
    expect(three?.map(([, y]) => y)).toEqual([970, 910, 990, 930, 980, 920]);
  });

  it('lets each bar fill its period, with a gap to the next, and leaves out those of nothing', () => {
    const bar = { ...areaLook(0), kind: 'bar' } as const;
    const paths = pathsOf([series([1, 0, 2, 0, 3, 0], bar), series([4, 0, 0, 0, 0, 5], bar)]);
    expect(paths).toHaveLength(2);
    expect(points(paths[0])).toEqual(
      [
        [0.1, 0.9, 1000, 990],
        [2.1, 2.9, 1000, 980],
        [4.1, 4.9, 1000, 970],
      ].flatMap(([left, right, foot, top]) => [
        [left, top],
        [right, top],
        [right, foot],
        [left, foot],
      ]),
    );
    expect(points(paths[1])[2]?.[1]).toBe(990);
  });

  it('lays both stripes of a fan between their percentiles', () => {
    const values = Float64Array.from([10, 12, 11, 14, 13, 15]);
    const by = (factor: number) => values.map((value) => value * factor);
    const band = { p5: by(0.5), p25: by(0.8), p50: values, p75: by(1.2), p95: by(2) };
    const [outer, inner] = pathsOf([series([...values], { band })]).map(points);
    const heights = (factor: number) => [...values].map((value) => 1000 - 10 * value * factor);
    const ups = (list: number[][] | undefined, from: number) => list?.slice(from, from + 6).map(([, y]) => y);
    expect(ups(outer, 0)).toEqual(heights(2));
    expect(ups(outer, 6)).toEqual(heights(0.5).reverse());
    expect(ups(inner, 0)).toEqual(heights(1.2));
    expect(ups(inner, 6)).toEqual(heights(0.8).reverse());
  });

  it('leaves an area out where it has no answer, and stacks the others as if it were not there', () => {
    const gap = Number.NaN;
    const below = series([gap, 5, 2, gap, 3, 7], areaLook(0));
    const above = series([4, 1, 8, 2, 6, 3], areaLook(1));
    const [one, two] = pathsOf([below, above]);
    expect(points(one)).toEqual([
      [2, 950],
      [3, 980],
      [3, 1000],
      [2, 1000],
      [5, 970],
      [6, 930],
      [6, 1000],
      [5, 1000],
    ]);
    const upper = points(two).slice(0, 6);
    expect(upper.map(([, y]) => y)).toEqual([960, 940, 900, 980, 910, 900]);
  });
});

describe('pointElements', () => {
  const seen = (months: readonly number[], value = 4) =>
    months.map((month) => ({ month, value, label: 'seen' }));
  const pieces = (list: readonly ChartSeries[], isShown = Number.isFinite) =>
    pointElements(view(list), places, room, isShown, palette).map(
      ({ shape }) => shape.path.filter(([kind]) => kind === 'M').length,
    );

  it('is one element for each series and part, however many points it has', () => {
    const marked = series([1, 5, 2, 9, 3, 7], { marker: 'square', observed: seen([1, 3, 5]) });
    expect(pieces([marked])).toEqual([6, 3]);
  });

  it('leaves out what the axis cannot show, and what is beyond the plot', () => {
    const isAboveZero = (value: number) => value > 0;
    expect(pieces([series([0, 5, -2, 9, 3, 7], { marker: 'circle' })], isAboveZero)).toEqual([4]);
    expect(pieces([series([1, 2, 3], { observed: seen([1, 3], 0) })], isAboveZero)).toEqual([0]);
    expect(pieces([series([1, 2, 3], { observed: seen([-1, 0, 6, 7]) })])).toEqual([2]);
    expect(pieces([series([1, 101, 100, -1, 0, 7], { marker: 'circle' })])).toEqual([4]);
  });
});
