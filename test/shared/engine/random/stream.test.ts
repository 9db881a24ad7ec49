import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPLICATES } from '#shared/engine/random/replicates.ts';
import { createStream, fillUniforms } from '#shared/engine/random/stream.ts';

const methods = ['sobol', 'latin-hypercube', 'plain'] as const;
type Method = (typeof methods)[number];

function uniforms(seed: number, name: string, method: Method, draws: number): Float64Array {
  const out = new Float64Array(draws);
  fillUniforms(createStream(seed, name, { method, draws }), 0, draws, out);
  return out;
}

/** Correlation times √n: near a standard normal variable where two streams are independent. */
function correlationScore(one: Float64Array, two: Float64Array): number {
  const sum = one.reduce((total, value, index) => total + (value - 0.5) * ((two[index] ?? 0) - 0.5), 0);
  return (12 * sum) / Math.sqrt(one.length);
}

describe.each(methods)('%s draws', (method) => {
  it('give the same bits however they are divided into ranges', () => {
    const draws = 700;
    const whole = uniforms(11, 'deals.aws.slip', method, draws);
    const stream = createStream(11, 'deals.aws.slip', { method, draws });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: draws }), { maxLength: 6 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), draws];
        const parts = new Float64Array(draws);
        edges.slice(1).forEach((to, index) => {
          const from = edges[index] ?? 0;
          fillUniforms(stream, from, to - from, parts, from);
        });
        expect(parts).toEqual(whole);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('lie in the open interval, with the moments of a uniform law', () => {
    const values = uniforms(3, 'x', method, 20_000);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
    expect(Math.abs(spread - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / values.length));
  });

  it('change wholly with the seed and with the name', () => {
    const values = uniforms(3, 'deal', method, 4096);
    for (const other of [uniforms(4, 'deal', method, 4096), uniforms(3, 'deam', method, 4096)]) {
      expect(Math.abs(correlationScore(values, other))).toBeLessThan(4.5);
      expect(other.some((value, index) => value === values[index])).toBe(false);
    }
  });

  it.each([256, 3000])('are uncorrelated between any two of 200 names, %i draws', (draws) => {
    const columns = Array.from({ length: 200 }, (_, index) =>
      uniforms(5, `deals.one.phases.${index}.power`, method, draws),
    );
    let square = 0;
    let largest = 0;
    let pairs = 0;
    columns.forEach((one, index) => {
      for (const two of columns.slice(0, index)) {
        const score = correlationScore(one, two);
        square += score * score;
        largest = Math.max(largest, Math.abs(score));
        pairs += 1;
      }
    });
    // Octets raise the variance by a seventh, √(8/7) = 1.07; of 19,900 normal scores the largest is about 4.
    expect(Math.sqrt(square / pairs)).toBeGreaterThan(0.95);
    expect(Math.sqrt(square / pairs)).toBeLessThan(1.1);
    expect(largest).toBeLessThan(5.6);
  });

  it('fill the square evenly for pairs of names', () => {
    const draws = 16_384;
    const columns = Array.from({ length: 12 }, (_, index) => uniforms(9, `n${index}`, method, draws));
    columns.forEach((one, index) => {
      const two = columns[(index + 1) % columns.length] ?? one;
      const cells = new Float64Array(64);
      one.forEach((x, draw) => {
        const cell = 8 * Math.floor(8 * x) + Math.floor(8 * (two[draw] ?? 0));
        cells[cell] = (cells[cell] ?? 0) + 1;
      });
      const expected = draws / 64;
      const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 63 degrees of freedom: mean 63, standard deviation 11; the 1e-6 point is about 130.
      expect(chiSquare).toBeLessThan(130);
    });
  });
});

describe('spreading', () => {
  const strataOfReplicate = (values: Float64Array, replicate: number, points: number) =>
    new Set(
      Array.from({ length: points }, (_, point) =>
        Math.floor((values[point * REPLICATES + replicate] ?? 0) * points),
      ),
    ).size;

  it('puts one Sobol point of every replicate into each of 8, 64, 512 intervals', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const values = uniforms(21, name, 'sobol', 512 * REPLICATES);
      for (const points of [8, 64, 512])
        for (const replicate of [0, 7, 31]) expect(strataOfReplicate(values, replicate, points)).toBe(points);
    }
  });

  it('puts one Latin hypercube point of every replicate into each stratum, whatever their number', () => {
    for (const points of [1, 2, 3, 7, 100, 313]) {
      const values = uniforms(21, 'a', 'latin-hypercube', points * REPLICATES);
      for (const replicate of [0, 13, 31]) expect(strataOfReplicate(values, replicate, points)).toBe(points);
    }
  });

  it('keeps two names apart even where they share a Sobol dimension', () => {
    const byTable = new Map<string, string>();
    const sharing: [string, string][] = [];
    for (let index = 0; index < 400; index++) {
      const name = `input-${index}`;
      const stream = createStream(1, name, { method: 'sobol', draws: 1 });
      if (stream.method !== 'sobol') throw new Error('a Sobol stream was asked for');
      const table = stream.table.subarray(768).join();
      const earlier = byTable.get(table);
      if (earlier !== undefined) sharing.push([earlier, name]);
      byTable.set(table, name);
    }
    expect(sharing.length).toBeGreaterThan(50);
    for (const [one, two] of sharing) {
      const score = correlationScore(uniforms(1, one, 'sobol', 4096), uniforms(1, two, 'sobol', 4096));
      expect(Math.abs(score), `${one} and ${two}`).toBeLessThan(5);
    }
  });
});
