import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import { arbitraryPlan, isNear, overPlans, runPlan } from '../support/arbitrary-plan.ts';

/** Measures that may be below zero: balances, differences and what is made of them. */
const mayBeNegative =
  /(circularity\.net|provider\.(cash|npv|irr)|customer\.cash|commitment\.months-ahead|\.value$|waiting-cost|^own-)/;

describe('laws of all measures', () => {
  it('are finite or have no answer, and are not negative where that has no meaning', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        const wrong = measureCatalogue(plan).filter(({ id }) => {
          const least = mayBeNegative.test(id) ? Number.NEGATIVE_INFINITY : 0;
          return of(id).some((value) => value < least || Math.abs(value) === Number.POSITIVE_INFINITY);
        });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      overPlans(150),
    );
  });

  it('have a total that is the sum over deals where they are flows', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const catalogue = measureCatalogue(plan);
        const known = new Set(catalogue.map(({ id }) => id));
        const of = runPlan(plan, values);
        const wrong = catalogue
          .filter(
            ({ id, kind }) => kind === 'flow' && plan.deals.every(({ key }) => known.has(`${key}.${id}`)),
          )
          .filter(({ id }) => {
            const parts = plan.deals.map(({ key }) => of(`${key}.${id}`));
            return of(id).some((total, m) => {
              const sum = parts.reduce((all, part) => all + (part[m] ?? Number.NaN), 0);
              const size = parts.reduce((all, part) => all + Math.abs(part[m] ?? Number.NaN), 0);
              return !isNear(total, sum, size);
            });
          });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      overPlans(100),
    );
  });

  it('have, where they are flows, a twin that adds them up', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan, values }) => {
        const of = runPlan(plan, values);
        const wrong = measureCatalogue(plan)
          .filter(({ kind }) => kind === 'flow')
          .filter(({ id }) => {
            const twin = of(`${id}.cumulative`);
            let sum = 0;
            return of(id).some((value, m) => {
              sum += value;
              return !isNear(twin[m] ?? Number.NaN, sum);
            });
          });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      overPlans(100),
    );
  });

  it('are the same bits in a kernel that computes nothing else', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 0, max: 1e6 }), ({ plan, values }, pick) => {
        const ids = measureCatalogue(plan).map(({ id }) => id);
        const all = runPlan(plan, values, ids);
        for (let i = 0; i < 5; i += 1) {
          const id = ids[(pick + i * 7919) % ids.length] ?? '';
          expect([...runPlan(plan, values, [id])(id)], id).toEqual([...all(id)]);
        }
      }),
      overPlans(60),
    );
  });
});
