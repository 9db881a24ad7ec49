import { describe, expect, it } from 'vitest';
import type { TakeOver } from '#shared/engine/plan/deal.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type PlanBuilder } from '../../../../support/plan-builder.ts';

/** A deal that gets a MW a month and retires chips after one, so that the fleet shows the month's shares. */
function planWith(
  later: (tools: PlanBuilder) => readonly TakeOver[],
  available: readonly number[],
  months = 40,
) {
  return buildPlan((t) => ({
    months,
    generations: available.map((month, g) => t.generation(`g${g}`, { available: month, lifeMonths: 1 })),
    deals: [
      t.deal('aws', {
        phases: [t.phase('one', { powerMw: 1, energise: -1 })],
        mix: { kind: 'succession', first: 0, later: later(t) },
      }),
    ],
  }));
}

describe('succession', () => {
  it('by logistic curves is at half at the midpoint and goes from 10 % to 90 % in the take-over time', () => {
    const plan = planWith(
      (t) => [
        { generation: 1, curve: { kind: 'logistic', midpoint: t.slot(20), takeoverMonths: t.slot(12) } },
      ],
      [-24, -24],
    );
    const share = valuesOf(plan, 'fleet.share.g1');
    expect(share[19]).toBeCloseTo(0.5, 12);
    expect(share[13]).toBeCloseTo(0.1, 12);
    expect(share[25]).toBeCloseTo(0.9, 12);
  });

  it('follows the equations of Norton and Bass for three generations', () => {
    const [p, q] = [0.03, 0.38];
    const launches = [0, 12, 24];
    const plan = planWith(
      (t) =>
        [1, 2].map((generation) => ({
          generation,
          curve: {
            kind: 'bass',
            launch: t.slot(launches[generation] ?? 0),
            pPerYear: t.slot(p),
            qPerYear: t.slot(q),
          },
        })),
      [-24, 0, 20],
    );
    const f = (years: number) =>
      years <= 0 ? 0 : (1 - Math.exp(-(p + q) * years)) / (1 + (q / p) * Math.exp(-(p + q) * years));
    const m = 35;
    const [second, third] = [f((m + 1 - 12) / 12), f((m + 1 - 24) / 12)];
    expect(valuesOf(plan, 'fleet.share.g0')[m]).toBeCloseTo(1 - second, 12);
    expect(valuesOf(plan, 'fleet.share.g1')[m]).toBeCloseTo(second * (1 - third), 12);
    expect(valuesOf(plan, 'fleet.share.g2')[m]).toBeCloseTo(second * third, 12);
  });

  it('leaves the older generation everything until the newer can be had, however early its midpoint', () => {
    const plan = planWith(
      (t) => [
        { generation: 1, curve: { kind: 'logistic', midpoint: t.slot(-50), takeoverMonths: t.slot(0) } },
      ],
      [-24, 5],
      8,
    );
    expect(valuesOf(plan, 'fleet.share.g1')).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
  });
});
