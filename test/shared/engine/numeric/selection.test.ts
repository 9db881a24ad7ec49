import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderStatistics } from '#shared/engine/numeric/order-statistics.ts';
import { quickselect } from '#shared/engine/numeric/quickselect.ts';
import { ranks } from '#shared/engine/numeric/ranks.ts';

const value = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 1, 1, 1e-9),
  fc.double({ min: -40, max: 40, noNaN: true }).map((x) => Math.exp(x)),
);
const sampleOf = (maxLength: number) =>
  fc.array(fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), {
    minLength: 1,
    maxLength,
  });

/** Type 7 by the book: sort everything, then interpolate. */
function bySorting(sample: readonly number[], rank: number): number {
  const sorted = sample.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return rank === Math.floor(rank) ? below : below + (rank - Math.floor(rank)) * (above - below);
}

describe('order statistics', () => {
  it('equal those of a full sort, for samples of any shape, one after another', () => {
    const order = createOrderStatistics(3000);
    fc.assert(
      fc.property(sampleOf(3000), fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (sample, shares) => {
        const answers = order.load(Float64Array.from(sample));
        expect(answers).toBe(sample.filter((one) => !Number.isNaN(one)).length);
        if (answers === 0) return;
        const wanted = [0, ...shares.map((share) => share * (answers - 1)), answers - 1].sort(
          (a, b) => a - b,
        );
        const out = new Float64Array(wanted.length);
        order.at(wanted, out);
        expect([...out]).toEqual(wanted.map((rank) => bySorting(sample, rank)));
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it('handle full bins: heavy tails, atoms and few distinct values', () => {
    const draws = 20_000;
    const uniform = (index: number) => ((index * 7919) % draws) / draws + 0.5 / draws;
    const shapes = [
      (u: number) => u ** -3,
      (u: number) => (u < 0.6 ? 0 : u),
      (u: number) => (u < 0.5 ? 3 : 4),
      (u: number) => Math.round(u * 7),
    ];
    const order = createOrderStatistics(draws);
    for (const shape of shapes) {
      const sample = Array.from({ length: draws }, (_, index) => shape(uniform(index)));
      order.load(Float64Array.from(sample));
      const wanted = [3, 500.25, 5000, 9999.5, 9999.75, 10000, 15000.5, 19990];
      const out = new Float64Array(wanted.length);
      order.at(wanted, out);
      expect([...out]).toEqual(wanted.map((rank) => bySorting(sample, rank)));
    }
  });

  it('are the same when the places of the wanted bins were found on the way', () => {
    const [found, told] = [createOrderStatistics(2000), createOrderStatistics(2000)];
    fc.assert(
      fc.property(sampleOf(2000), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (list, picks) => {
        const sample = Float64Array.from(list);
        const answers = found.load(sample);
        if (told.load(sample) === 0) return;
        const wanted = picks.map((pick) => pick % answers).sort((a, b) => a - b);
        const bins = new Set(wanted.map((rank) => told.binOfRank(rank)));
        const places = list.flatMap((_, place) => (bins.has(told.binOf[place] ?? -1) ? [place] : []));
        told.take(wanted, places, places.length);
        // Then others as well, which lie partly in bins that are still to be taken out.
        for (const ranks of [wanted, [0, ...wanted, answers - 1]]) {
          const [one, other] = [new Float64Array(ranks.length), new Float64Array(ranks.length)];
          found.at(ranks, one);
          told.at(ranks, other);
          expect([...other]).toEqual([...one]);
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('select one rank in place', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), fc.nat(), (list, pick) => {
        const values = Float64Array.from(list);
        const k = pick % values.length;
        const found = quickselect(values, 0, values.length, k);
        expect(found).toBe([...list].sort((a, b) => a - b)[k]);
        expect(values[k]).toBe(found);
        expect(values.subarray(0, k).every((one) => one <= found)).toBe(true);
        expect(values.subarray(k).every((one) => one >= found)).toBe(true);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('share ranks between equals and leave out what is no answer', () => {
    expect([...ranks(Float64Array.of(3, Number.NaN, 1, 3, 2))]).toEqual([3.5, Number.NaN, 1, 3.5, 2]);
  });
});
