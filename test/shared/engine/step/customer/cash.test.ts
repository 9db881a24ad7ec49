import { describe, expect, it } from 'vitest';
import type { RevenuePlan } from '#shared/engine/plan/customer.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, flatRevenue, type PlanBuilder } from '../../../../support/plan-builder.ts';

const revenueOf = (revenue: (t: PlanBuilder) => RevenuePlan, months = 37) =>
  valuesOf(
    buildPlan((t) => ({ months, customer: { revenue: revenue(t) } })),
    'customer.revenue',
  );

describe('revenue', () => {
  it('is a twelfth of the yearly pace in the middle of the month', () => {
    const revenue = revenueOf((t) => ({
      kind: 'points',
      perYear: t.path([
        [0, 12],
        [12, 156],
      ]),
    }));
    expect(revenue[0]).toBeCloseTo(1.5, 12);
    expect(revenue[6]).toBeCloseTo(7.5, 12);
    expect(revenue[20]).toBe(13);
  });

  const growth = (first: number, final: number, half: number) => (t: PlanBuilder) =>
    ({
      kind: 'growth',
      perYearAtStart: t.slot(12),
      growth: t.slot(first),
      finalGrowth: t.slot(final),
      halfLifeMonths: t.slot(half),
    }) as const;

  it('grows at one rate where nothing fades', () => {
    const steady = revenueOf(growth(0.5, 0.5, 12));
    expect((steady[12] ?? 0) / (steady[0] ?? 0)).toBeCloseTo(1.5, 12);
    const final = revenueOf(growth(9, 0.5, 0));
    expect((final[36] ?? 0) / (final[24] ?? 0)).toBeCloseTo(1.5, 12);
  });

  it('fades towards the final rate, half of the way in a half-life', () => {
    const revenue = revenueOf(growth(3, 0, 12));
    // Log growth per year at time t: ln 4 · 2^(−t/12); between two moments its integral.
    const integral = (from: number, to: number) =>
      (Math.log(4) / Math.LN2) * (2 ** (-from / 12) - 2 ** (-to / 12));
    expect(Math.log((revenue[24] ?? 0) / (revenue[12] ?? 0))).toBeCloseTo(integral(12.5, 24.5), 12);
    expect(Math.log((revenue[0] ?? 0) * 1)).toBeCloseTo(integral(0, 0.5), 12);
  });
});

describe('cash', () => {
  const plan = buildPlan((t) => ({
    months: 5,
    deals: [
      t.deal('aws', {
        instruments: [
          { key: 'round', kind: 'dated', from: 1, form: 'cash', amount: t.slot(100), on: t.slot(1) },
          { key: 'past', kind: 'dated', from: 1, form: 'cash', amount: t.slot(1000), on: t.slot(-0.5) },
        ],
      }),
    ],
    customer: {
      openingCash: t.slot(50),
      revenue: flatRevenue(t, 120),
      otherCostShare: t.slot(0.4),
      otherCostPerYear: t.slot(312),
    },
  }));

  it('moves by revenue, other costs and what instruments pay, not by what they paid before', () => {
    // 10 come in and 4 + 26 go out each month.
    expect(valuesOf(plan, 'customer.cash')).toEqual([30, 110, 90, 70, 50]);
    expect(valuesOf(plan, 'customer.other-costs')[0]).toBe(30);
    expect(valuesOf(plan, 'capital.paid-in')).toEqual([1000, 1100, 1100, 1100, 1100]);
  });

  it('lasts as long as the average fall of three months says', () => {
    // Falls: 20, −80, 20, 20, 20.
    expect(valuesOf(plan, 'customer.runway')).toEqual([1.5, Number.NaN, Number.NaN, Number.NaN, 2.5]);
  });

  it('is gone at a runway of 0', () => {
    const broke = buildPlan((t) => ({
      months: 2,
      customer: { openingCash: t.slot(10), otherCostPerYear: t.slot(120) },
    }));
    expect(valuesOf(broke, 'customer.runway')).toEqual([0, 0]);
  });

  it('has no answer where the opening cash is not stated', () => {
    const unknown = buildPlan((t) => ({ months: 2, customer: { revenue: flatRevenue(t, 12) } }));
    expect(valuesOf(unknown, 'customer.cash')).toEqual([Number.NaN, Number.NaN]);
    expect(valuesOf(unknown, 'customer.runway')).toEqual([Number.NaN, Number.NaN]);
  });
});
