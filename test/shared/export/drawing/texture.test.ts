import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathStep, rectangle } from '#shared/export/drawing/drawing.ts';
import { textureShapes } from '#shared/export/drawing/texture.ts';
import type { Texture } from '#shared/view/chart.ts';
import { textureLines } from '#shared/view/series-look.ts';

const textures = Object.keys(textureLines) as readonly Texture[];
const square = rectangle({ left: 0, right: 100, top: 0, bottom: 100 });

type Point = readonly [x: number, y: number];

/** The strokes of a texture, each from one point to another. */
function strokes(outline: readonly PathStep[], texture: Texture): (readonly [Point, Point])[] {
  const steps = textureShapes(outline, texture, '#fff').flatMap(({ path }) => path);
  return steps.flatMap((step, at) => {
    const next = steps[at + 1];
    if (step[0] !== 'M' || next === undefined || next[0] !== 'L') return [];
    return [[[step[1], step[2]] as const, [next[1], next[2]] as const] as const];
  });
}

/** The area between a falling and a rising edge over some periods, as areas of charts are. */
const bands = fc
  .array(fc.record({ low: fc.nat({ max: 40 }), high: fc.integer({ min: 41, max: 90 }) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((edges) => {
    const at = (x: number, y: number): Point => [x * 20, y];
    const high = edges.map((edge, x) => at(x, edge.high));
    const low = edges.map((edge, x) => at(x, edge.low)).toReversed();
    const outline = [...high, ...low].map(([x, y], place): PathStep => [place === 0 ? 'M' : 'L', x, y]);
    const inside = ([x, y]: Point): boolean => {
      const place = Math.min(edges.length - 2, Math.max(0, Math.floor(x / 20)));
      const [one, two] = [edges[place], edges[place + 1]];
      if (one === undefined || two === undefined) return false;
      const share = x / 20 - place;
      const between = (from: number, to: number) => from + (to - from) * share;
      const slack = 1e-6;
      return (
        x >= -slack &&
        x <= (edges.length - 1) * 20 + slack &&
        y >= between(one.low, two.low) - slack &&
        y <= between(one.high, two.high) + slack
      );
    };
    return { outline: [...outline, ['Z'] as const], inside };
  });

describe('textureShapes', () => {
  it('draws nothing beyond the outline', () => {
    fc.assert(
      fc.property(bands, fc.constantFrom(...textures), ({ outline, inside }, texture) => {
        for (const [[x1, y1], [x2, y2]] of strokes(outline, texture)) {
          for (const share of [0, 0.5, 1]) {
            expect(inside([x1 + (x2 - x1) * share, y1 + (y2 - y1) * share])).toBe(true);
          }
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each(textures.filter((texture) => texture !== 'plain'))('fills the whole area: %s', (texture) => {
    const all = strokes(square, texture);
    for (const [x, y] of [
      [10, 10],
      [90, 10],
      [10, 90],
      [90, 90],
      [50, 50],
    ] as const) {
      const near = all.some(([[x1, y1], [x2, y2]]) => {
        const length = Math.hypot(x2 - x1, y2 - y1);
        const share = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length ** 2));
        return Math.hypot(x1 + (x2 - x1) * share - x, y1 + (y2 - y1) * share - y) < 6;
      });
      expect(near).toBe(true);
    }
  });

  it('draws no two textures alike, and nothing over a plain area', () => {
    const drawn = textures.map((texture) => JSON.stringify(textureShapes(square, texture, '#fff')));
    expect(new Set(drawn).size).toBe(textures.length);
    expect(textureShapes(square, 'plain', '#fff')).toEqual([]);
    expect(textureShapes(square, undefined, '#fff')).toEqual([]);
  });

  it('lets rising lines rise to the right', () => {
    const middle = strokes(square, 'rising')[10];
    if (middle === undefined) throw new Error('there are no lines');
    const [[x1, y1], [x2, y2]] = middle;
    expect((y2 - y1) / (x2 - x1)).toBeCloseTo(-1);
  });
});
