import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import { createSampler, type Sampler } from '#shared/engine/random/sampler.ts';
import {
  createSampleStore,
  firstBrokenOf,
  type SampleStore,
  sampleStoreBytes,
  samplesAt,
} from '#shared/engine/sample-store.ts';
import { simulate } from '#shared/engine/simulate.ts';
import { fakeKernel } from '../../support/fake-kernel.ts';

const months = 5;
const layout = { measures: 2, months, checks: 1, firstDraw: 0, draws: 500 };

function sampler(): Sampler {
  const made = createSampler({
    seed: 8,
    sampling: { method: 'sobol', draws: 500, settleAt: 0 },
    inputs: [
      { key: 'a', distribution: { kind: 'normal', mean: 1, sd: 1 } },
      { key: 'fixed', distribution: { kind: 'constant', value: 3 } },
      { key: 'b', distribution: { kind: 'pert', low: 0, mode: 1, high: 4 } },
    ],
    correlations: [{ a: 0, b: 2, rank: 0.4 }],
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

const kernelOf = (lanes: number) =>
  fakeKernel(3, lanes, months, {
    one: ([a = 0, fixed = 0, b = 0], month) => a * fixed + (2 - b) * month,
    two: ([a = 0, , b = 0], month) => (month === 3 ? Number.NaN : a - b * month),
  });

function run(store: SampleStore, lanes: number, fromDraw: number, toDraw: number) {
  return simulate({ sampler: sampler(), kernel: kernelOf(lanes), store, fromDraw, toDraw }, uncontrolled);
}

const whole = createSampleStore(layout);
run(whole, 64, 0, 500);

describe('a simulation', () => {
  it('fills every place of the store', () => {
    for (let month = 0; month < months; month++) {
      expect(samplesAt(whole, 0, month).every(Number.isFinite)).toBe(true);
      expect(samplesAt(whole, 1, month).every(month === 3 ? Number.isNaN : Number.isFinite)).toBe(true);
    }
    const broken = firstBrokenOf(whole, 0);
    samplesAt(whole, 0, 0).forEach((value, draw) => {
      if (value < 0) expect(broken[draw]).toBe(0);
    });
    expect(new Set(broken).size).toBeGreaterThan(2);
  });

  it('gives the same bits for any lanes and any division into ranges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 130 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 5 }),
        (lanes, cuts) => {
          const store = createSampleStore(layout);
          const edges = [0, ...cuts.sort((a, b) => a - b), 500];
          edges.slice(1).forEach((to, index) => {
            run(store, lanes, edges[index] ?? 0, to);
          });
          expect(store.values).toEqual(whole.values);
          expect(store.firstBroken).toEqual(whole.firstBroken);
        },
      ),
      { seed: 2, numRuns: 25 },
    );
  });

  it('keeps one shard under its own indices', () => {
    const shard = createSampleStore({ ...layout, firstDraw: 170, draws: 130 });
    run(shard, 32, 170, 300);
    for (let month = 0; month < months; month++)
      expect(samplesAt(shard, 0, month)).toEqual(samplesAt(whole, 0, month).slice(170, 300));
  });

  it('writes into memory shared by several stores', () => {
    const buffer = new SharedArrayBuffer(sampleStoreBytes(layout));
    run(createSampleStore(layout, buffer), 50, 250, 500);
    run(createSampleStore(layout, buffer), 50, 0, 250);
    expect([...createSampleStore(layout, buffer).values]).toEqual([...whole.values]);
  });

  it('stops where it is cancelled and reports how far it came', () => {
    const store = createSampleStore(layout);
    const kernel = kernelOf(100);
    const reported: number[] = [];
    const control = {
      isCancelled: () => reported.length === 2,
      report: (share: number) => void reported.push(share),
    };
    const outcome = simulate({ sampler: sampler(), kernel, store, fromDraw: 0, toDraw: 500 }, control);
    expect(outcome).toEqual({ ok: false, error: 'cancelled' });
    expect(kernel.runs()).toBe(2);
    expect(reported).toEqual([0.2, 0.4]);
    expect(samplesAt(store, 0, 0).slice(0, 200)).toEqual(samplesAt(whole, 0, 0).slice(0, 200));
  });

  it('refuses a store that does not fit, as a bug', () => {
    const store = createSampleStore({ ...layout, draws: 10 });
    expect(() => run(store, 8, 0, 11)).toThrow(/Invariant/);
    expect(() => run(createSampleStore({ ...layout, months: 4 }), 8, 0, 11)).toThrow(/Invariant/);
    expect(() => createSampleStore(layout, new ArrayBuffer(8))).toThrow(/Invariant/);
  });
});
