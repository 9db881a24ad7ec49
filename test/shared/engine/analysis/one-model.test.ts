import { describe, expect, it } from 'vitest';
import { kernelDraws } from '#shared/engine/analysis/kernel-draws.ts';
import { kernelPoints } from '#shared/engine/analysis/kernel-points.ts';
import { kernelUnit } from '#shared/engine/analysis/kernel-unit.ts';
import { createRankSensitivity } from '#shared/engine/analysis/rank-sensitivity.ts';
import { sobolIndices } from '#shared/engine/analysis/sobol-indices.ts';
import { evaluateInBatches, evenSteps, sweepPoints } from '#shared/engine/analysis/sweep.ts';
import { bySwing, tornado } from '#shared/engine/analysis/tornado.ts';
import { uncontrolled } from '#shared/engine/control.ts';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { fillCentral } from '#shared/engine/random/central.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import { createSampleStore, samplesAt } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';

const laws: Record<string, Distribution> = {
  strong: { kind: 'normal', mean: 5, sd: 3 },
  fixed: { kind: 'constant', value: 2 },
  weak: { kind: 'normal', mean: 1, sd: 1 },
  idle: { kind: 'pert', low: 0, mode: 1, high: 3 },
};
const plan = {
  seed: 4,
  sampling: { method: 'sobol' as const, draws: 4000, settleAt: 0 },
  inputs: Object.entries(laws).map(([key, distribution]) => ({ key, distribution })),
  correlations: [],
};
const made = createSampler(plan);
if (!made.ok) throw new Error(made.error.message);
const sampler = made.value;
const central = new Float64Array(4);
fillCentral(plan, central);

/** Two measures: a sum over three months, and one that has no answer for negative inputs. */
const kernelOf = (lanes: number) =>
  fakeKernel(4, lanes, 3, {
    sum: ([strong = 0, fixed = 0, weak = 0], month) => fixed * strong - weak * month,
    root: ([strong = 0]) => Math.sqrt(strong),
  });
const last = { measure: 0, month: 2 };
const first = { measure: 0, month: 0 };

describe('single runs around the central path', () => {
  it('come out the same whatever the lanes', () => {
    const points = Array.from({ length: 23 }, (_, index) => [{ slot: index % 4, value: index }]);
    const expected = kernelPoints(kernelOf(1), central, [last, first])(points);
    for (const lanes of [2, 7, 23, 64]) {
      expect(kernelPoints(kernelOf(lanes), central, [last, first])(points)).toEqual(expected);
    }
    expect(expected[4]).toBe(2 * 4 - 2);
  });
});

describe('tornado', () => {
  const { central: middle, bars } = tornado(sampler, kernelPoints(kernelOf(4), central, [last, first]));

  it('moves each uncertain input alone from P10 to P90', () => {
    expect([...middle]).toEqual([8, 10]);
    expect(bars.map(({ key }) => key)).toEqual(['strong', 'weak', 'idle']);
    const [strong, weak, idle] = bars;
    const low = quantile(laws['strong'] ?? { kind: 'constant', value: 0 }, 0.1);
    expect(strong?.p10).toBeCloseTo(low, 12);
    expect(strong?.atP10[0]).toBeCloseTo(2 * low - 2, 12);
    expect((weak?.atP90[0] ?? 0) - (weak?.atP10[0] ?? 0)).toBeCloseTo(-2 * 2.5631031310892007, 9);
    expect(weak?.atP90[1]).toBe(10);
    expect(idle?.atP10).toEqual(middle);
  });

  it('orders bars by their swing', () => {
    expect(bySwing([...bars].reverse(), 0).map(({ key }) => key)).toEqual(['strong', 'weak', 'idle']);
  });
});

describe('sensitivity from the draws', () => {
  const store = createSampleStore({ measures: 2, months: 3, checks: 1, firstDraw: 0, draws: 4000 });
  simulate({ sampler, kernel: kernelOf(100), store, fromDraw: 0, toDraw: 4000 }, uncontrolled);
  const sensitivity = createRankSensitivity(sampler, 0, 4000);

  it('finds who matters, with sign and share', () => {
    const [strong, weak, idle] = sensitivity.of(samplesAt(store, 0, 2));
    // Linear with standard deviations 6 and 2: linear correlations √0.9 and -√0.1, ranks by the arcsine.
    const rank = (linear: number) => (6 / Math.PI) * Math.asin(linear / 2);
    expect(strong?.rank).toBeCloseTo(rank(Math.sqrt(0.9)), 1);
    expect(weak?.rank).toBeCloseTo(rank(-Math.sqrt(0.1)), 1);
    expect(Math.abs(idle?.rank ?? 1)).toBeLessThan(4 * (idle?.standardError ?? 0));
    expect(strong?.contribution).toBeGreaterThan(0.88);
    const all = [strong, weak, idle].reduce((sum, one) => sum + (one?.contribution ?? 0), 0);
    expect(all).toBeCloseTo(1, 12);
  });

  it('ranks among the draws that answer', () => {
    const [strong] = sensitivity.of(samplesAt(store, 1, 0));
    expect(strong?.rank).toBeCloseTo(1, 12);
    const [nothing] = sensitivity.of(new Float64Array(4000).fill(1));
    expect(nothing?.rank).toBeNaN();
    expect(nothing?.contribution).toBeNaN();
  });

  it('agrees with variance indices over the unit cube, on any lanes', () => {
    const indices = (lanes: number) =>
      sobolIndices(
        { evaluator: kernelUnit(kernelOf(lanes), sampler, [last]), rows: 1024, seed: 1 },
        uncontrolled,
      );
    const [one, two] = [indices(64), indices(7)];
    expect(one).toEqual(two);
    if (!one.ok) return;
    const firsts = one.value[0]?.inputs.map((input) => input.first.value) ?? [];
    [0.9, 0.1, 0].forEach((expected, input) => {
      expect(Math.abs((firsts[input] ?? 9) - expected)).toBeLessThan(0.02);
    });
  });

  it('repeats the run itself when nothing is overridden, and moves every draw when something is', () => {
    const same = kernelDraws(kernelOf(33), sampler, [], 4000, [last], uncontrolled);
    expect(same.ok && same.value).toEqual(samplesAt(store, 0, 2).slice());
    const moved = kernelDraws(kernelOf(33), sampler, [{ slot: 1, value: 3 }], 500, [first], uncontrolled);
    expect(moved.ok && [...moved.value]).toEqual(
      [...samplesAt(store, 0, 0).slice(0, 500)].map((one) => one * 1.5),
    );
    const control = { isCancelled: () => true, report: () => undefined };
    expect(kernelDraws(kernelOf(33), sampler, [], 10, [last], control).ok).toBe(false);
  });
});

describe('sweeps', () => {
  it('step evenly with exact ends', () => {
    expect([...evenSteps(0.1, 0.7, 4)]).toEqual(
      [0.1, 0.1 + 0.6 / 3, 0.1 + 1.2 / 3, 0.7].map((x) => expect.closeTo(x, 14)),
    );
    expect(evenSteps(0.1, 0.7, 4)[3]).toBe(0.7);
    expect([...evenSteps(3, 9, 1)]).toEqual([3]);
  });

  it('run a grid of two inputs in batches, the same as at once', () => {
    const points = sweepPoints({ slot: 0, values: [1, 2, 3] }, { slot: 2, values: [10, 20] });
    expect(points).toHaveLength(6);
    const evaluate = kernelPoints(kernelOf(4), central, [last]);
    const shares: number[] = [];
    const control = { isCancelled: () => false, report: (share: number) => void shares.push(share) };
    const found = evaluateInBatches(points, evaluate, 4, control);
    expect(found.ok && [...found.value]).toEqual([2 - 20, 2 - 40, 4 - 20, 4 - 40, 6 - 20, 6 - 40]);
    expect(shares).toEqual([4 / 6, 1]);
    expect(sweepPoints({ slot: 0, values: [1, 2] }, null)).toEqual([
      [{ slot: 0, value: 1 }],
      [{ slot: 0, value: 2 }],
    ]);
    expect(
      evaluateInBatches(points, evaluate, 4, { isCancelled: () => true, report: () => undefined }).ok,
    ).toBe(false);
  });
});
