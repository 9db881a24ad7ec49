import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { arbitraryPlan, isNear, overPlans, runPlan, withSlots } from '../support/arbitrary-plan.ts';
import { moneySlots } from '../support/money-slots.ts';

/** The plan without formulas, whose inputs do not say whether they are money, and with prices that are not zero. */
function withoutFormulas(plan: Plan): Plan {
  return {
    ...plan,
    measures: [],
    checks: [],
    deals: plan.deals.map((deal) => ({
      ...deal,
      capital: { instruments: deal.capital.instruments.filter((each) => each.kind !== 'milestone') },
    })),
  };
}

const isMoney = ({ unit }: MeasureInfo): boolean => unit.startsWith('USD');

describe('laws of money', () => {
  it('scale with the currency: money by the factor, everything else not at all', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: -12, max: 12 }), ({ plan: plain, values }, exponent) => {
        const plan = withoutFormulas(plain);
        const factor = 2 ** exponent;
        const slots = [...new Set(moneySlots(plan))];
        const prices = plan.generations.map(({ price }) => values[price.list] ?? 0);
        fc.pre(prices.every((price) => price > 1e-6));
        const stated = runPlan(plan, values);
        const scaled = runPlan(
          plan,
          withSlots(values, slots, (value) => value * factor),
        );
        const wrong = measureCatalogue(plan).filter((info) => {
          const by = isMoney(info) ? factor : 1;
          const found = scaled(info.id);
          const size = stated(info.id).reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0) * by;
          return stated(info.id).some((value, m) => !isNear(found[m] ?? Number.NaN, value * by, size));
        });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      overPlans(120),
    );
  });
});
