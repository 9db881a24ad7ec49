import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { createSampler } from '#shared/engine/random/sampler.ts';
import { createSampleStore, type SampleStore, samplesAt } from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import { simulateSome } from '#shared/engine/simulate-some.ts';
import { fakeKernel } from '../../support/fake-kernel.ts';

const laws: Distribution[] = [
  { kind: 'normal', mean: 0, sd: 1 },
  { kind: 'uniform', low: 0, high: 2 },
  { kind: 'constant', value: 3 },
];
const whole = 1_000;

function storeFor(draws: number): SampleStore {
  return createSampleStore({ measures: 1, months: 2, checks: 1, firstDraw: 0, draws });
}

function parts() {
  const sampler = createSampler({
    seed: 5,
    sampling: { method: 'sobol', draws: whole, settleAt: 0 },
    inputs: laws.map((distribution, index) => ({ key: `input-${index}`, distribution })),
    correlations: [{ a: 0, b: 1, rank: 0.5 }],
  });
  if (!sampler.ok) throw new Error(sampler.error.message);
  const kernel = fakeKernel(laws.length, 32, 2, { one: ([a = 0, b = 0, c = 0]) => a * b + c });
  return { sampler: sampler.value, kernel };
}

describe('single draws', () => {
  it('have the bits they have in the whole run, in any number and order', () => {
    const all = storeFor(whole);
    simulate({ ...parts(), store: all, fromDraw: 0, toDraw: whole }, uncontrolled);
    const draws = Int32Array.from({ length: 75 }, (_, at) => (at * 331) % whole);
    const some = storeFor(draws.length);
    expect(simulateSome({ ...parts(), store: some, draws }, uncontrolled).ok).toBe(true);
    for (const month of [0, 1]) {
      const values = samplesAt(all, 0, month);
      expect([...samplesAt(some, 0, month)]).toEqual([...draws].map((draw) => values[draw]));
    }
    expect([...some.firstBroken]).toEqual([...draws].map((draw) => all.firstBroken[draw]));
  });

  it('are not kept when cancelled', () => {
    const store = storeFor(3);
    const control = { isCancelled: () => true, report: () => undefined };
    const draws = Int32Array.of(1, 2, 3);
    expect(simulateSome({ ...parts(), store, draws }, control).ok).toBe(false);
    expect(store.values.every((value) => value === 0)).toBe(true);
  });
});
