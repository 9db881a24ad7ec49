import { describe, expect, it } from 'vitest';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { distributionPicture, pictureSize } from '#shared/view/distribution-picture.ts';

const colours = { data: '#123456', axis: '#654321' };
const draw = (distribution: Distribution): string => distributionPicture(distribution, colours) ?? '';

/** Where the dashed line of the median stands, in pixels. */
const medianOf = (svg: string): number =>
  Number(/M([\d.]+) 0V\d+" stroke="#654321" stroke-dasharray/.exec(svg)?.[1]);

/** All heights of the outline above the foot, as written. */
const heightsOf = (svg: string): number[] =>
  [...(/<path d="(M0 [^"]*Z)"/.exec(svg)?.[1] ?? '').matchAll(/L[\d.]+ ([\d.]+)/g)].map((match) =>
    Number(match[1]),
  );

describe('the picture of a distribution', () => {
  it('is flat for a uniform one, its median in the middle', () => {
    const svg = draw({ kind: 'uniform', low: 2, high: 4 });
    expect(medianOf(svg)).toBeCloseTo(pictureSize.width / 2, 0);
    expect(new Set(heightsOf(svg).filter((y) => y < pictureSize.height - 1)).size).toBe(1);
  });

  it('leans as the distribution leans', () => {
    const left = medianOf(draw({ kind: 'triangular', low: 0, mode: 0, high: 10 }));
    const right = medianOf(draw({ kind: 'triangular', low: 0, mode: 10, high: 10 }));
    expect(left).toBeLessThan(pictureSize.width / 2);
    expect(left + right).toBeCloseTo(pictureSize.width, 0);
  });

  it('draws single values as bars, the heavier the higher', () => {
    const svg = draw({ kind: 'discrete', values: [0, 6, 12], weights: [50, 25, 25] });
    const bars = [...svg.matchAll(/M[\d.]+ 51V([\d.]+)/g)].map((match) => 51 - Number(match[1]));
    expect(bars).toHaveLength(3);
    expect(bars[0]).toBeCloseTo(2 * (bars[1] ?? 0), 0);
    expect(bars[1]).toBe(bars[2]);
  });

  it('is none for a certain value', () => {
    expect(distributionPicture({ kind: 'constant', value: 3 }, colours)).toBeNull();
  });
});
