import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

describe('choice', () => {
  const planWith = (sensitivity: number, supplyRampMonths = 0) =>
    buildPlan((t) => ({
      months: 12,
      generations: [
        t.generation('a', { peak: 1e15, list: 2, lifeMonths: 1 }),
        t.generation('b', { peak: 3e15, list: 3, lifeMonths: 1, available: 0, supplyRampMonths }),
      ],
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { energise: -1 })],
          mix: { kind: 'choice', generations: [0, 1], sensitivity: t.slot(sensitivity) },
        }),
      ],
    }));

  it('weighs generations by what a dollar buys, to the power of the sensitivity', () => {
    // b is twice as good per dollar.
    for (const sensitivity of [0, 1, 2, 4]) {
      const share = valuesOf(planWith(sensitivity), 'fleet.share.b')[3];
      expect(share).toBeCloseTo(2 ** sensitivity / (2 ** sensitivity + 1), 12);
    }
  });

  it('lets a new generation in as its supply ramps up', () => {
    const share = valuesOf(planWith(0, 10), 'fleet.share.b');
    expect(share[0]).toBeCloseTo(0.1 / 1.1, 12);
    expect(share[4]).toBeCloseTo(0.5 / 1.5, 12);
    expect(share[11]).toBeCloseTo(0.5, 12);
  });
});
