import type { CustomerPlan, RevenuePlan } from '#shared/engine/plan/customer.ts';
import type { Finances } from '../scenario.ts';
import type { Slots } from './slots.ts';

/** Turns the customer's finances into the plan's form. */
export function compileCustomer(slots: Slots, finances: Finances, party: number): CustomerPlan {
  const cash = finances['opening-cash'];
  return {
    party,
    openingCash: cash && slots.of(cash),
    revenue: compileRevenue(slots, finances.revenue),
    otherCostShare: slots.of(finances['other-costs'].share),
    otherCostPerYear: slots.of(finances['other-costs'].fixed),
    discountRate: slots.of(finances['discount-rate']),
  };
}

function compileRevenue(slots: Slots, revenue: Finances['revenue']): RevenuePlan | null {
  if (revenue === null) return null;
  if (revenue.kind === 'points') return { kind: 'points', perYear: slots.path(revenue.value) };
  return {
    kind: 'growth',
    perYearAtStart: slots.of(revenue.value.from),
    growth: slots.of(revenue.value.growth),
    finalGrowth: slots.of(revenue.value['final-growth']),
    halfLifeMonths: slots.of(revenue.value['half-life']),
  };
}
