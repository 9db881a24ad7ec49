import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealPlan } from '#shared/engine/plan/deal.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { fleetGenerations } from '#shared/engine/step/fleet/mix-generations.ts';
import { arbitraryPlan, isNear, overPlans, runPlan, valueAt } from '../support/arbitrary-plan.ts';

const generationsOf = (plan: Plan, deal: DealPlan) =>
  fleetGenerations(deal).flatMap((index) => plan.generations[index] ?? []);

describe('laws of the fleet', () => {
  it('fills all online IT power with generations, or says what waits', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const deal of plan.deals) {
          const powers = generationsOf(plan, deal).map(({ key }) => of(`${deal.key}.fleet.power.${key}`));
          const it = of(`${deal.key}.capacity.it`);
          const unfilled = of(`${deal.key}.fleet.unfilled`);
          for (let m = 0; m < plan.months; m += 1) {
            const filled = powers.reduce((sum, power) => sum + (power[m] ?? NaN), 0);
            expect(isNear(filled + (unfilled[m] ?? NaN), it[m] ?? NaN)).toBe(true);
            for (const power of powers) expect(power[m]).toBeGreaterThanOrEqual(0);
            expect(unfilled[m]).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      overPlans(150),
    );
  });

  it('has shares that sum to 1 wherever there are chips', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const deal of plan.deals) {
          const shares = generationsOf(plan, deal).map(({ key }) => of(`${deal.key}.fleet.share.${key}`));
          const power = of(`${deal.key}.fleet.power`);
          for (let m = 0; m < plan.months; m += 1) {
            if ((power[m] ?? 0) === 0) continue;
            const sum = shares.reduce((total, share) => total + (share[m] ?? NaN), 0);
            expect(isNear(sum, 1)).toBe(true);
          }
        }
      }),
      overPlans(150),
    );
  });

  it('has no chip before its availability or after its life: the fleet is the vintages still alive', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        for (const deal of plan.deals) {
          for (const generation of generationsOf(plan, deal)) {
            const early = deal.options
              .filter((o) => plan.generations[o.generation] === generation && o.rights === 'early-access')
              .reduce((most, option) => Math.max(most, valueAt(values, option.earlyMonths)), 0);
            const available = valueAt(values, generation.available) - early;
            const life = Math.max(1, Math.floor(valueAt(values, generation.lifeMonths) + 0.5));
            const chips = of(`${deal.key}.fleet.chips.${generation.key}`);
            const installed = of(`${deal.key}.fleet.installed.${generation.key}`);
            for (let m = 0; m < plan.months; m += 1) {
              if (m < available) expect(chips[m]).toBe(0);
              if (m < life) continue;
              let alive = 0;
              for (let made = m - life + 1; made <= m; made += 1) alive += installed[made] ?? NaN;
              expect(
                isNear(
                  chips[m] ?? NaN,
                  alive,
                  installed.reduce((a, b) => a + b, 0),
                ),
              ).toBe(true);
            }
          }
        }
      }),
      overPlans(150),
    );
  });
});
