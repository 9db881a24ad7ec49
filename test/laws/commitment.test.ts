import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitmentPlan } from '#shared/engine/plan/deal.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { arbitraryPlan, overPlans, runPlan, valueAt, withSlots } from '../support/arbitrary-plan.ts';

function commitmentsOf(plan: Plan): readonly { readonly key: string; readonly commitment: CommitmentPlan }[] {
  return plan.deals.flatMap(({ key, commitment }) => (commitment === null ? [] : [{ key, commitment }]));
}

/** The values with every commitment running exactly from the start to the last month, at a take-or-pay share. */
function overTheHorizon(plan: Plan, values: readonly number[], takeOrPay: number): readonly number[] {
  const all = commitmentsOf(plan).map(({ commitment }) => commitment);
  const changes = new Map([
    ...all.map(({ begins }) => [begins, 0] as const),
    ...all.map(({ termMonths }) => [termMonths, plan.months] as const),
    ...all.map((commitment) => [commitment.takeOrPay, takeOrPay] as const),
  ]);
  return withSlots(values, [...changes.keys()], (value, slot) => changes.get(slot) ?? value);
}

const lastOf = (series: Float64Array): number => series[series.length - 1] ?? Number.NaN;

describe('laws of the commitment', () => {
  it('bills at least the commitment by the end of the term under take-or-pay of 100 %', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const certain = overTheHorizon(plan, values, 1);
        const of = runPlan(plan, certain);
        for (const { key, commitment } of commitmentsOf(plan)) {
          const billed = lastOf(of(`${key}.spend.billed.cumulative`));
          expect(billed).toBeGreaterThanOrEqual(valueAt(certain, commitment.amount) * (1 - 1e-9));
        }
      }),
      overPlans(150),
    );
  });

  it('never asks for a shortfall under take-or-pay of 0 %', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, overTheHorizon(plan, values, 0));
        for (const { key } of commitmentsOf(plan)) {
          expect(lastOf(of(`${key}.commitment.shortfall.cumulative`))).toBe(0);
        }
      }),
      overPlans(100),
    );
  });

  it('never bills less after more take-or-pay', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(arbitraryPlan, share, share, ({ plan, values }, a, b) => {
        const slots = commitmentsOf(plan).map(({ commitment }) => commitment.takeOrPay);
        const at = (takeOrPay: number) =>
          runPlan(
            plan,
            withSlots(values, slots, () => takeOrPay),
          )('spend.billed.cumulative');
        const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
        const size = lastOf(high);
        expect([...high].findIndex((billed, m) => billed < (low[m] ?? 0) - 1e-9 * size)).toBe(-1);
      }),
      overPlans(150),
    );
  });

  it('commits everything exactly once: committed to date rises to the commitment and stays', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const certain = overTheHorizon(plan, values, 1);
        const of = runPlan(plan, certain);
        for (const { key, commitment } of commitmentsOf(plan)) {
          const amount = valueAt(certain, commitment.amount);
          const toDate = of(`${key}.commitment.committed.cumulative`);
          expect([...toDate].every((value, m) => value >= (toDate[m - 1] ?? 0) - 1e-9 * amount)).toBe(true);
          expect(Math.abs(lastOf(toDate) - amount)).toBeLessThanOrEqual(1e-9 * amount);
        }
      }),
      overPlans(100),
    );
  });
});
