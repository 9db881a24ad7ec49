import { describe, expect, it } from 'vitest';
import { calendarOf } from '#shared/engine/calendar/calendar.ts';
import { npv } from '#shared/engine/finance/npv.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

const months = 36;
const start = { year: 2026, month: 4 };
const plan = buildPlan((t) => ({
  start,
  months,
  generations: [t.generation('chip', { list: 1 })],
  deals: [
    t.deal('aws', {
      phases: [t.phase('one', { powerMw: 1, energise: 0 })],
      mix: t.schedule([0], [[0, 1]]),
      margin: 0.6,
      capexPerItMw: 6e6,
      discountRate: 0.1,
      providerRevenue: 120e6,
      stake: { share: 0.1, valuation: 50e6 },
      instruments: [
        { key: 'own', kind: 'dated', from: 1, form: 'cash', amount: t.slot(1e6), on: t.slot(0) },
        { key: 'other', kind: 'dated', from: 0, form: 'cash', amount: t.slot(9e6), on: t.slot(0) },
      ],
    }),
  ],
}));
const cash = valuesOf(plan, 'provider.cash');
const { endDay, hours } = calendarOf(start, months);

describe('the provider’s side', () => {
  it('earns its margin, and pays for building and for its own capital only', () => {
    expect(cash[0]).toBeCloseTo(0.6 * 500 * 720 - 6e6 - 1e6, 6);
    expect(cash[1]).toBeCloseTo(0.6 * 1000 * (hours[1] ?? NaN), 6);
  });

  it('is discounted by actual days from the first day to the end of each month', () => {
    const value = valuesOf(plan, 'provider.npv');
    expect(value[months - 1]).toBeCloseTo(npv(0.1, cash, endDay), 4);
    expect(value[0]).toBeCloseTo((cash[0] ?? NaN) / 1.1 ** (30 / 365), 6);
    const withStake = valuesOf(plan, 'provider.npv-with-stake');
    expect((withStake[0] ?? NaN) - (value[0] ?? NaN)).toBeCloseTo(5e6 / 1.1 ** (30 / 365), 4);
    expect(valuesOf(plan, 'provider.stake-value')[7]).toBe(5e6);
  });

  it('has the internal rate that zeroes its present value', () => {
    const rate = valuesOf(plan, 'provider.irr')[0] ?? NaN;
    expect(valuesOf(plan, 'provider.irr-count')[0]).toBe(1);
    expect(Math.abs(npv(rate, cash, endDay))).toBeLessThan(1e-3);
  });

  it('pays back in the month in which the sum of its cash is no longer negative', () => {
    const month = valuesOf(plan, 'provider.payback-month')[0] ?? NaN;
    const sum = (to: number) => cash.slice(0, to).reduce((a, b) => a + b, 0);
    expect(sum(month)).toBeGreaterThanOrEqual(0);
    expect(sum(month - 1)).toBeLessThan(0);
  });

  it('never pays back what it never laid out, and has then no internal rate', () => {
    const free = buildPlan((t) => ({ months: 3, deals: [t.deal('aws')] }));
    expect(valuesOf(free, 'provider.payback-month')[0]).toBeNaN();
    expect(valuesOf(free, 'provider.irr')[0]).toBeNaN();
    expect(valuesOf(free, 'provider.irr-count')[0]).toBe(0);
  });

  it('depends on the customer by the share of its revenue', () => {
    expect(valuesOf(plan, 'aws.dependence.provider-revenue-share')[1]).toBeCloseTo((1000 * 744) / 10e6, 12);
  });
});
