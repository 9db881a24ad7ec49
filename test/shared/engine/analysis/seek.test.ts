import { describe, expect, it } from 'vitest';
import { type SeekRequest, seek } from '#shared/engine/analysis/seek.ts';
import { levelReachedBy } from '#shared/engine/analysis/share-figure.ts';
import { findRoot } from '#shared/engine/numeric/find-root.ts';

const requestOf = (f: (x: number) => number, target: number, low = 0, high = 10): SeekRequest => ({
  low,
  high,
  target,
  tries: 33,
  evaluate: (values) => values.map(f),
});

function solve(request: SeekRequest) {
  const outcome = seek(request);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.solutions;
}

describe('goal seek', () => {
  it('finds the value of a rising and of a falling figure to the tolerance', () => {
    for (const [f, target, expected] of [
      [(x: number) => x ** 3, 20, Math.cbrt(20)],
      [(x: number) => 1e9 * Math.exp(-x), 5e8, Math.LN2],
      [(x: number) => x, 2.5, 2.5],
    ] as const) {
      const [solution, ...others] = solve(requestOf(f, target));
      expect(others).toEqual([]);
      expect(solution?.value).toBeCloseTo(expected, 9);
      expect(solution?.isJump).toBe(false);
    }
  });

  it('finds all solutions', () => {
    const found = solve(requestOf((x) => Math.sin(x), 0.5)).map(({ value }) => value);
    const [sixth, pi] = [Math.PI / 6, Math.PI];
    [sixth, pi - sixth, 2 * pi + sixth, 3 * pi - sixth].forEach((expected, at) => {
      expect(found[at]).toBeCloseTo(expected, 9);
    });
    expect(found).toHaveLength(4);
  });

  it('tells a leap over the target from a solution', () => {
    const [solution] = solve(requestOf((x) => (x < Math.E ? 0 : 100), 50));
    expect(solution?.isJump).toBe(true);
    expect(solution?.value).toBeCloseTo(Math.E, 9);
  });

  it('tells what is reached when the target is not', () => {
    const outcome = seek(requestOf((x) => x * (10 - x), 30));
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error.code).toBe('out-of-reach');
    expect(outcome.error.message).toMatch(/from 0 to 25/);
    expect(outcome.error.nearest).toEqual({ value: 5, figure: 25 });
  });

  it('works around places without an answer', () => {
    expect(solve(requestOf((x) => (x < 3 ? Number.NaN : x), 7))[0]?.value).toBeCloseTo(7, 9);
    const outcome = seek(requestOf(() => Number.NaN, 1));
    expect(outcome.ok ? '' : outcome.error.code).toBe('no-answer');
    const cancelled = seek({ ...requestOf((x) => x, 1), isCancelled: () => true });
    expect(cancelled.ok ? '' : cancelled.error.code).toBe('cancelled');
  });

  it('seeks in a share of the draws', () => {
    const draws = Float64Array.from({ length: 1001 }, (_, draw) => draw / 1000);
    const request = requestOf(
      (x) =>
        levelReachedBy(
          draws.map((draw) => draw + x),
          0.9,
          'at-least',
        ),
      5,
    );
    const [solution] = solve(request);
    expect(solution?.value).toBeCloseTo(4.9, 9);
    const reached = draws.filter((draw) => draw + (solution?.value ?? 0) >= 5 - 1e-9).length / draws.length;
    expect(reached).toBeCloseTo(0.9, 2);
    expect(levelReachedBy(draws, 0.9, 'at-most')).toBeCloseTo(0.9, 12);
    const gaps = draws.map((draw) => (draw > 0.5 ? Number.NaN : draw));
    expect(levelReachedBy(gaps, 0.9, 'at-most')).toBeNaN();
    expect(levelReachedBy(gaps, 0.25, 'at-most')).toBeCloseTo(0.25, 2);
  });
});

describe('root finding', () => {
  it('finds roots of awkward functions in few steps', () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [(x) => x ** 9, -1, 1.5, 0],
      [(x) => Math.exp(x) - 1e-8, -40, 10, Math.log(1e-8)],
      [(x) => Math.tanh(1e6 * (x - 0.123)), 0, 1, 0.123],
      [(x) => x * x * x - 2 * x - 5, 2, 3, 2.0945514815423265],
    ];
    for (const [f, a, b, root] of cases) {
      let steps = 0;
      const counted = (x: number) => {
        steps += 1;
        return f(x);
      };
      const tolerance = root === 0 ? 1e-3 : 1e-13;
      expect(Math.abs(findRoot(counted, a, f(a), b, f(b), tolerance) - root)).toBeLessThan(tolerance + 1e-15);
      expect(steps).toBeLessThan(90);
    }
  });
});
