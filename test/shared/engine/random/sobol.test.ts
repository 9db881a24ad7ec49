import { describe, expect, it } from 'vitest';
import { SOBOL_DIMENSIONS, sobolBits, sobolDirections } from '#shared/engine/random/sobol.ts';

const dimensions = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => sobolDirections(dimension));

/** Coordinate of a point, counted in Gray code order as in the published listings. */
const published = (dimension: number, point: number) =>
  sobolBits(dimensions[dimension] ?? new Uint32Array(32), point ^ (point >> 1)) / 2 ** 32;

describe('Sobol points', () => {
  it('begins as Joe and Kuo publish it (first ten points, three dimensions)', () => {
    const listing = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    listing.forEach((row, point) => {
      expect([0, 1, 2].map((dimension) => published(dimension, point))).toEqual(row);
    });
  });

  it('agrees with an independent implementation in high dimensions', () => {
    // scipy.stats.qmc.Sobol(256, scramble=False), points 777 and 4095.
    const others: [number, number, number][] = [
      [777, 3, 0.2744140625],
      [777, 9, 0.3232421875],
      [777, 31, 0.8994140625],
      [777, 64, 0.9384765625],
      [777, 127, 0.1181640625],
      [777, 200, 0.9912109375],
      [777, 255, 0.6357421875],
      [4095, 3, 0.901611328125],
      [4095, 9, 0.246337890625],
      [4095, 31, 0.087646484375],
      [4095, 64, 0.130126953125],
      [4095, 127, 0.261474609375],
      [4095, 200, 0.170166015625],
      [4095, 255, 0.613037109375],
    ];
    for (const [point, dimension, value] of others) {
      expect(published(dimension, point), `point ${point} dimension ${dimension}`).toBeCloseTo(value, 9);
    }
  });

  it('puts one of the first 2^m points into each of 2^m intervals, in every dimension', () => {
    for (const directions of dimensions) {
      const seen = new Set(Array.from({ length: 256 }, (_, index) => sobolBits(directions, index) >>> 24));
      expect(seen.size).toBe(256);
    }
  });

  it('is a (0, m, 2) net in its first two dimensions', () => {
    const [one, two] = dimensions;
    if (one === undefined || two === undefined) throw new Error('two dimensions');
    for (let columns = 0; columns <= 6; columns++) {
      const cells = new Set(
        Array.from({ length: 64 }, (_, index) => {
          const x = Math.floor((sobolBits(one, index) / 2 ** 32) * 2 ** columns);
          const y = Math.floor((sobolBits(two, index) / 2 ** 32) * 2 ** (6 - columns));
          return `${x} ${y}`;
        }),
      );
      expect(cells.size).toBe(64);
    }
  });
});
