import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

describe('the fleet', () => {
  it('installs new power by the month’s shares and refills what retires by the mix of that month', () => {
    const plan = buildPlan((t) => ({
      months: 8,
      generations: [t.generation('old', { lifeMonths: 4 }), t.generation('new', { available: 2 })],
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { powerMw: 40 }), t.phase('two', { powerMw: 60, energise: 3 })],
          mix: t.schedule(
            [0, 1],
            [
              [0, 1, 0],
              [4, 0, 1],
            ],
          ),
        }),
      ],
    }));
    // Month 3: three quarters of the way, 60 MW come as 15 old and 45 new; month 4: the first 40 retire, all new.
    expect(valuesOf(plan, 'fleet.power.old')).toEqual([40, 40, 40, 55, 15, 15, 15, 0]);
    expect(valuesOf(plan, 'fleet.power.new')).toEqual([0, 0, 0, 45, 85, 85, 85, 100]);
    expect(valuesOf(plan, 'fleet.installed.new')).toEqual([0, 0, 0, 45e3, 40e3, 0, 0, 15e3]);
  });

  it('gives a missing generation’s share to the others, and waits where none can be had', () => {
    const plan = buildPlan((t) => ({
      months: 4,
      generations: [t.generation('a', { available: 1 }), t.generation('b', { available: 3 })],
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { rampMonths: 4 })],
          mix: t.schedule([0, 1], [[0, 0.5, 0.5]]),
        }),
      ],
    }));
    expect(valuesOf(plan, 'fleet.unfilled')).toEqual([25, 0, 0, 0]);
    expect(valuesOf(plan, 'fleet.power.a')).toEqual([0, 50, 75, 87.5]);
    expect(valuesOf(plan, 'fleet.power.b')).toEqual([0, 0, 0, 12.5]);
  });

  it('gives all to the newest available generation where the mix names only what is missing', () => {
    const plan = buildPlan((t) => ({
      months: 1,
      generations: [
        t.generation('a', { available: -9 }),
        t.generation('b', { available: -3 }),
        t.generation('c', { available: 5 }),
      ],
      deals: [t.deal('aws', { phases: [t.phase('one')], mix: t.schedule([0, 1, 2], [[0, 0, 0, 1]]) })],
    }));
    expect(valuesOf(plan, 'fleet.share.b')).toEqual([1]);
  });

  it('shares the power that runs already like month 0 and lets it age from there', () => {
    const plan = buildPlan((t) => ({
      months: 4,
      generations: [t.generation('a', { lifeMonths: 3 })],
      deals: [t.deal('aws', { phases: [t.phase('old', { energise: -9 })], mix: t.schedule([0], [[0, 1]]) })],
    }));
    expect(valuesOf(plan, 'fleet.chips')).toEqual([100e3, 100e3, 100e3, 100e3]);
    expect(valuesOf(plan, 'fleet.installed.a')).toEqual([0, 0, 0, 100e3]);
  });
});

describe('compute', () => {
  it('is chips times peak, utilised in training and inference', () => {
    const plan = buildPlan((t) => ({
      months: 1,
      generations: [
        t.generation('a', {
          peak: 1e15,
          peak8bit: 2 * 1.979e15,
          itPowerWatts: 500,
          trainingUtilisation: 0.4,
          inferenceUtilisation: 0.1,
        }),
      ],
      deals: [
        t.deal('aws', { trainingShare: 0.75, phases: [t.phase('one')], mix: t.schedule([0], [[0, 1]]) }),
      ],
    }));
    const chips = 200e3;
    expect(valuesOf(plan, 'fleet.chips')).toEqual([chips]);
    expect(valuesOf(plan, 'compute.peak')).toEqual([chips * 1e15]);
    expect(valuesOf(plan, 'compute.h100e')[0]).toBeCloseTo(chips * 2, 6);
    const [training, inference, effective] = ['training', 'inference', 'effective'].map(
      (name) => valuesOf(plan, `compute.${name}`)[0] ?? Number.NaN,
    );
    expect((training ?? 0) / (chips * 1e15)).toBeCloseTo(0.3, 12);
    expect((inference ?? 0) / (chips * 1e15)).toBeCloseTo(0.025, 12);
    expect((effective ?? 0) / (chips * 1e15)).toBeCloseTo(0.325, 12);
    expect(valuesOf(plan, 'compute.work')[0]).toBeCloseTo(((effective ?? 0) / 2) * 720 * 3600, -12);
    expect(valuesOf(plan, 'fleet.chip-hours')).toEqual([(chips / 2) * 720]);
  });
});
