import { describe, expect, it } from 'vitest';
import { jointSobol } from '#shared/engine/analysis/joint-sobol.ts';
import { sobolIndices } from '#shared/engine/analysis/sobol-indices.ts';
import type { SobolEstimate } from '#shared/engine/analysis/sobol-sums.ts';
import type { UnitEvaluator } from '#shared/engine/analysis/unit-evaluator.ts';
import { uncontrolled } from '#shared/engine/control.ts';

type Function = (x: readonly number[]) => number;

function evaluatorOf(dimensions: number, ...functions: readonly Function[]): UnitEvaluator {
  return {
    dimensions,
    outputs: functions.length,
    evaluate: (unit, count) => {
      const result = new Float64Array(functions.length * count);
      for (let point = 0; point < count; point++) {
        const x = Array.from({ length: dimensions }, (_, dimension) => unit[dimension * count + point] ?? 0);
        functions.forEach((f, output) => {
          result[output * count + point] = f(x);
        });
      }
      return result;
    },
  };
}

function indicesOf(evaluator: UnitEvaluator, rows: number, seed = 1): readonly SobolEstimate[] {
  const outcome = sobolIndices({ evaluator, rows, seed }, uncontrolled);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

function expectIndices(
  estimate: SobolEstimate | undefined,
  first: number[],
  total: number[],
  within: number,
) {
  first.forEach((value, input) => {
    expect(Math.abs((estimate?.inputs[input]?.first.value ?? 9) - value), `S${input}`).toBeLessThan(within);
  });
  total.forEach((value, input) => {
    expect(Math.abs((estimate?.inputs[input]?.total.value ?? 9) - value), `T${input}`).toBeLessThan(within);
  });
}

/** Ishigami and Homma (1990) with a = 7, b = 0.1, on (-π, π)³. */
const ishigami: Function = (unit) => {
  const [x = 0, y = 0, z = 0] = unit.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

const ishigamiForms = (() => {
  const [a, b, p4] = [7, 0.1, Math.PI ** 4];
  const one = 0.5 * (1 + (b * p4) / 5) ** 2;
  const two = a ** 2 / 8;
  const interaction = b ** 2 * p4 ** 2 * (1 / 18 - 1 / 50);
  const variance = one + two + interaction;
  return {
    variance,
    first: [one / variance, two / variance, 0],
    total: [(one + interaction) / variance, two / variance, interaction / variance],
  };
})();

/** Sobol's g-function. */
const weights = [0, 1, 4.5, 9, 99, 99];
const g: Function = (unit) =>
  unit.reduce((product, u, index) => {
    const a = weights[index] ?? 0;
    return (product * (Math.abs(4 * u - 2) + a)) / (1 + a);
  }, 1);

const gForms = (() => {
  const parts = weights.map((a) => 1 / (3 * (1 + a) ** 2));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * all) / (1 + part) / (all - 1)),
  };
})();

describe('Sobol indices', () => {
  it('match the closed forms of the Ishigami function', () => {
    const [estimate] = indicesOf(evaluatorOf(3, ishigami), 8192);
    expectIndices(estimate, ishigamiForms.first, ishigamiForms.total, 0.01);
    expect(estimate?.variance).toBeCloseTo(ishigamiForms.variance, 1);
  });

  it('match the closed forms of the g-function', () => {
    const [estimate] = indicesOf(evaluatorOf(6, g), 8192);
    expectIndices(estimate, gForms.first, gForms.total, 0.01);
  });

  it('have intervals that hold the truth, and narrow with the number of rows', () => {
    let held = 0;
    let intervals = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const [estimate] = indicesOf(evaluatorOf(3, ishigami), 1000, seed);
      estimate?.inputs.forEach(({ first, total }, input) => {
        for (const [interval, truth] of [
          [first, ishigamiForms.first[input]],
          [total, ishigamiForms.total[input]],
        ] as const) {
          intervals += 1;
          held += Number(interval.low <= (truth ?? 9) && (truth ?? 9) <= interval.high);
          expect(interval.low).toBeLessThanOrEqual(interval.high);
        }
      });
    }
    expect(held / intervals).toBeGreaterThan(0.9);
    const width = (rows: number) => {
      const total = indicesOf(evaluatorOf(3, ishigami), rows)[0]?.inputs[0]?.total;
      return (total?.high ?? 0) - (total?.low ?? 0);
    };
    expect(width(8192)).toBeLessThan(width(512) / 2);
  });

  it('serve many outputs at once, as if each were alone', () => {
    const [both1, both2] = indicesOf(evaluatorOf(6, ishigami, g), 512);
    expect(both1).toEqual(indicesOf(evaluatorOf(6, ishigami), 512)[0]);
    expect(both2).toEqual(indicesOf(evaluatorOf(6, g), 512)[0]);
  });

  it('do not mind a large common level', () => {
    const [estimate] = indicesOf(
      evaluatorOf(3, (x) => 1e9 + ishigami(x)),
      8192,
    );
    expectIndices(estimate, ishigamiForms.first, ishigamiForms.total, 0.01);
  });

  it('say nothing of an output that does not vary and leave out rows without an answer', () => {
    const [level] = indicesOf(
      evaluatorOf(2, () => 3),
      256,
    );
    expect(level?.inputs[0]?.first.value).toBeNaN();
    const [gaps] = indicesOf(
      evaluatorOf(2, ([x = 0, y = 0]) => (y > 0.9 ? Number.NaN : x)),
      4096,
    );
    expectIndices(gaps, [1, 0], [1, 0], 0.03);
  });

  it('stop when cancelled', () => {
    let asked = 0;
    const control = { isCancelled: () => ++asked > 3, report: () => undefined };
    expect(sobolIndices({ evaluator: evaluatorOf(3, ishigami), rows: 4096, seed: 1 }, control).ok).toBe(
      false,
    );
    expect(asked).toBe(4);
  });
});

describe('the joint design', () => {
  it('is even in pairs of dimensions, where keyed streams are only independent', () => {
    const design = jointSobol(8, 3);
    const columns = Array.from({ length: 8 }, (_, dimension) => {
      const out = new Float64Array(1024);
      design(dimension, 0, 1024, out, 0);
      return out;
    });
    const [one, two] = columns;
    const cells = new Set(one?.map((x, at) => 32 * Math.floor(32 * x) + Math.floor(32 * (two?.[at] ?? 0))));
    expect(cells.size).toBe(1024);
    expect(columns.every((column) => column.every((x) => x > 0 && x < 1))).toBe(true);
  });

  it('goes on beyond its table', () => {
    const out = new Float64Array(64);
    jointSobol(300, 3)(299, 0, 64, out, 0);
    expect(out.every((x) => x > 0 && x < 1)).toBe(true);
  });
});
