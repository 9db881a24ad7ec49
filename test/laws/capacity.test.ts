import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlan, isNear, overPlans, runPlan, valueAt, withSlots } from '../support/arbitrary-plan.ts';

describe('laws of capacity', () => {
  it('never exceeds the ceiling but by options outside it, and reports what is cut', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const deal of plan.deals) {
          const outside = deal.options
            .filter((option) => !option.isWithinCeiling && option.rights !== 'price-only')
            .reduce((sum, option) => sum + valueAt(values, option.powerMw), 0);
          const { ceilingMw } = deal.capacity;
          const most = ceilingMw === null ? Number.POSITIVE_INFINITY : valueAt(values, ceilingMw) + outside;
          const [online, clipped, unclipped] = ['online', 'clipped', 'unclipped'].map((name) =>
            of(`${deal.key}.capacity.${name}`),
          );
          for (let m = 0; m < plan.months; m += 1) {
            const [on, cut, all] = [online?.[m] ?? NaN, clipped?.[m] ?? NaN, unclipped?.[m] ?? NaN];
            expect(on).toBeLessThanOrEqual(most * (1 + 1e-12));
            expect(cut).toBeGreaterThanOrEqual(0);
            expect(isNear(on + cut, all)).toBe(true);
          }
        }
      }),
      overPlans(150),
    );
  });

  it('never loses online power, and has no more online than energised', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const { key } of plan.deals) {
          const online = of(`${key}.capacity.online`);
          const energised = of(`${key}.capacity.energised`);
          for (let m = 0; m < plan.months; m += 1) {
            const now = online[m] ?? NaN;
            expect(now).toBeGreaterThanOrEqual((online[m - 1] ?? 0) * (1 - 1e-12));
            expect(now).toBeLessThanOrEqual((energised[m] ?? NaN) * (1 + 1e-12));
          }
        }
      }),
      overPlans(150),
    );
  });

  it('never has more energised power after a later slip, whichever slip it is', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.double({ min: 0, max: 30, noNaN: true }), ({ plan, values }, later) => {
        const slips = plan.deals.flatMap((deal) => [
          deal.capacity.slipMonths,
          ...deal.capacity.phases.map((phase) => phase.slipMonths),
        ]);
        const ids = ['capacity.energised', 'capacity.online', 'capacity.clipped'];
        // Prices learn from installed chips, so a slip may move the exercise of an option; that is not this law.
        const withoutOptions = { ...plan, deals: plan.deals.map((deal) => ({ ...deal, options: [] })) };
        const bare = { ...withoutOptions, measures: [], checks: [] };
        const before = runPlan(stripped(bare), values, ids);
        const after = runPlan(
          stripped(bare),
          withSlots(values, slips, (slip) => slip + later),
          ids,
        );
        for (const id of ids) {
          for (let m = 0; m < plan.months; m += 1) {
            expect(after(id)[m]).toBeLessThanOrEqual((before(id)[m] ?? NaN) + 1e-9);
          }
        }
      }),
      overPlans(150),
    );
  });
});

/** Leaves out the instruments, whose conditions may name measures of options that are gone. */
function stripped<T extends { readonly deals: readonly { readonly capital: unknown }[] }>(plan: T): T {
  return { ...plan, deals: plan.deals.map((deal) => ({ ...deal, capital: { instruments: [] } })) };
}
