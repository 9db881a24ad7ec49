import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { arbitraryPlan, isNear, overPlans, runPlan, valueAt } from '../support/arbitrary-plan.ts';

function instrumentsOf<K extends InstrumentPlan['kind']>(plan: Plan, kind: K) {
  return plan.deals.flatMap((deal) =>
    deal.capital.instruments
      .filter((each): each is Extract<InstrumentPlan, { kind: K }> => each.kind === kind)
      .map((instrument) => ({ deal, instrument })),
  );
}

describe('laws of capital', () => {
  it('pays a milestone tranche in full exactly once, or never', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const { deal, instrument } of instrumentsOf(plan, 'milestone')) {
          const payments = of(`${deal.key}.capital.paid.${instrument.key}`).filter((paid) => paid !== 0);
          expect(payments.length).toBeLessThanOrEqual(1);
          for (const paid of payments) expect(paid).toBe(valueAt(values, instrument.amount));
        }
      }),
      overPlans(150),
    );
  });

  it('keeps a facility within its cap, and quiet after its expiry', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const { deal, instrument } of instrumentsOf(plan, 'facility')) {
          const cap = valueAt(values, instrument.cap);
          const flows = [instrument, ...instrument.participations].map(({ key }) =>
            of(`${deal.key}.capital.paid.${key}`),
          );
          const used = flows.reduce((sum, flow) => sum + flow.reduce((a, b) => a + b, 0), 0);
          expect(used).toBeLessThanOrEqual(cap * (1 + 1e-12));
          if (instrument.expires === null || valueAt(values, instrument.expires.happens) < 0.5) continue;
          const { event, afterMonths } = instrument.expires;
          const expiry = Math.floor(valueAt(values, event) + valueAt(values, afterMonths));
          for (const flow of flows) {
            expect([...flow].findIndex((paid, m) => paid > 0 && m >= expiry)).toBe(-1);
          }
        }
        for (const { key } of plan.deals) {
          const available = of(`${key}.capital.available`);
          const capLeft = of(`${key}.facility.cap-left`);
          expect([...available].findIndex((now, m) => now > (capLeft[m] ?? 0) * (1 + 1e-12))).toBe(-1);
        }
      }),
      overPlans(150),
    );
  });

  it('keeps the parts of capital apart and together: paid in and drawn make all of it', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const { key } of plan.deals) {
          const [paidIn, drawn, all] = ['paid-in', 'drawn', 'cumulative'].map((name) =>
            of(`${key}.capital.${name}`),
          );
          for (let m = 0; m < plan.months; m += 1) {
            const parts = (paidIn?.[m] ?? Number.NaN) + (drawn?.[m] ?? Number.NaN);
            expect(isNear(parts, all?.[m] ?? Number.NaN)).toBe(true);
          }
        }
      }),
      overPlans(100),
    );
  });
});
