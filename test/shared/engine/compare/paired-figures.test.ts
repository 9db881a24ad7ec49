import { describe, expect, it } from 'vitest';
import { pairedFigures } from '#shared/engine/compare/paired-figures.ts';
import { statisticOfDraws } from '#shared/engine/compare/statistic.ts';

/** Draws with a common part that is large and a difference that is small. */
function twins(draws: number): readonly [Float64Array, Float64Array] {
  const wave = (at: number, turn: number) =>
    Math.sin(at * turn) * 43758.5453 - Math.floor(Math.sin(at * turn) * 43758.5453);
  const base = Float64Array.from({ length: draws }, (_, at) => 1000 * wave(at + 1, 12.9898));
  return [base, base.map((value, at) => value + 5 + wave(at + 1, 78.233))];
}

describe('paired figures', () => {
  it('know the difference far better than two runs with luck of their own would', () => {
    const [base, changed] = twins(4096);
    const { mean, meanError, higher, answered } = pairedFigures(4096)(changed, base);
    const zero = new Float64Array(4096);
    const alone = pairedFigures(4096);
    const unpaired = Math.hypot(alone(base, zero).meanError, alone(changed, zero).meanError);
    expect(Math.abs(mean - 5.5)).toBeLessThan(4 * meanError);
    expect(unpaired / meanError, 'unpaired ÷ paired error').toBeGreaterThan(500);
    expect([higher, answered]).toEqual([1, 1]);
  });

  it('leave out draws without an answer, and count equal draws half', () => {
    const base = Float64Array.from([1, 2, Number.NaN, 4]);
    const changed = Float64Array.from([2, 2, 3, 3]);
    const { mean, higher, answered } = pairedFigures(4)(changed, base);
    expect([mean, higher, answered]).toEqual([0, 0.5, 0.75]);
  });
});

describe('a statistic of coalitions', () => {
  const [base, changed] = twins(2048);
  const values = new Float64Array(2 * 2048);
  values.set(base);
  values.set(changed, 2048);

  it('is the mean, or the percentile of type 7, of each', () => {
    const mean = statisticOfDraws({ draws: 2048, fullDraws: 2048, values }, 2, { kind: 'mean' });
    expect(mean.figures[0]).toBeCloseTo(base.reduce((sum, value) => sum + value, 0) / 2048, 9);
    const median = statisticOfDraws({ draws: 2048, fullDraws: 2048, values }, 2, {
      kind: 'percentile',
      at: 0.5,
    });
    const sorted = [...changed].sort((one, two) => one - two);
    expect(median.figures[1]).toBeCloseTo(((sorted[1023] ?? 0) + (sorted[1024] ?? 0)) / 2, 9);
  });

  it('with a replicate left out is that of the other draws', () => {
    const { figures } = statisticOfDraws({ draws: 2048, fullDraws: 2048, values }, 2, {
      kind: 'percentile',
      at: 0.05,
    });
    const rest = [...base].filter((_, draw) => (draw & 31) !== 4).sort((one, two) => one - two);
    const rank = 0.05 * (rest.length - 1);
    const low = rest[Math.floor(rank)] ?? 0;
    const expected = low + (rank - Math.floor(rank)) * ((rest[Math.floor(rank) + 1] ?? 0) - low);
    expect(figures[(4 + 1) * 2]).toBeCloseTo(expected, 9);
  });

  it('counts only draws in which both ends have an answer', () => {
    const gappy = values.slice();
    gappy[3] = Number.NaN;
    gappy[2048 + 9] = Number.NaN;
    const { answered, figures } = statisticOfDraws({ draws: 2048, fullDraws: 2048, values: gappy }, 2, {
      kind: 'mean',
    });
    expect(answered).toBe(2046 / 2048);
    const kept = [...base].filter((_, draw) => draw !== 3 && draw !== 9);
    expect(figures[0]).toBeCloseTo(kept.reduce((sum, value) => sum + value, 0) / 2046, 9);
  });
});
