import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RampPlan } from '#shared/engine/plan/deal.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type PlanBuilder } from '../../../../support/plan-builder.ts';

const committed = (
  ramp: (tools: PlanBuilder) => RampPlan,
  { termMonths = 48, begins = 0, months = 60 } = {},
): readonly number[] =>
  valuesOf(
    buildPlan((t) => ({
      months,
      deals: [
        t.deal('aws', { commitment: t.commitment({ amount: 100, termMonths, begins, ramp: ramp(t) }) }),
      ],
    })),
    'commitment.committed.cumulative',
  );

describe('ramps of a commitment', () => {
  it('give equal months when linear', () => {
    const toDate = committed(() => ({ kind: 'linear' }));
    expect(toDate[11]).toBeCloseTo(25, 12);
    expect(toDate[47]).toBe(100);
    expect(toDate[59]).toBe(100);
  });

  it('follow annual shares: the shape of Oracle’s stated backlog, 13 / 37 / 34 / 16', () => {
    const toDate = committed((t) => ({ kind: 'annual', shares: [13, 37, 34, 16].map((s) => t.slot(s)) }));
    expect([11, 23, 35, 47].map((m) => toDate[m])).toEqual([13, 50, 84, 100]);
    expect(toDate[5]).toBeCloseTo(6.5, 12);
  });

  it('scale annual shares to the whole: an uncertain slice beside 37, 34 and 16 leaves them their proportions', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), (first) => {
        const shares = [first, 37, 34, 16];
        const toDate = committed((t) => ({ kind: 'annual', shares: shares.map((s) => t.slot(s)) }));
        const inSlice = [11, 23, 35, 47].map(
          (m, i) => (toDate[m] ?? 0) - (i === 0 ? 0 : (toDate[m - 12] ?? 0)),
        );
        expect(inSlice).toEqual(shares.map((share) => expect.closeTo((100 * share) / (first + 87), 9)));
      }),
      { seed: 87, numRuns: 50 },
    );
  });

  it('grow by a constant rate from year to year', () => {
    const toDate = committed((t) => ({ kind: 'growth', perYear: t.slot(1) }));
    // 1 : 2 : 4 : 8 of 15.
    expect([11, 23, 35, 47].map((m) => ((toDate[m] ?? 0) * 15) / 100)).toEqual(
      [1, 3, 7, 15].map((sum) => expect.closeTo(sum, 10)),
    );
    expect(committed((t) => ({ kind: 'growth', perYear: t.slot(0) }))[23]).toBeCloseTo(50, 12);
  });

  it('are half done at the midpoint of an s-curve, steepest there', () => {
    const toDate = committed((t) => ({ kind: 's-curve', midpoint: t.slot(0.5), steepness: t.slot(10) }));
    expect(toDate[23]).toBeCloseTo(50, 10);
    expect((toDate[25] ?? 0) - (toDate[23] ?? 0)).toBeGreaterThan((toDate[11] ?? 0) - (toDate[9] ?? 0));
  });

  it('pass through stated points, and through nothing that would fall', () => {
    const points: (t: PlanBuilder) => RampPlan = (t) => ({
      kind: 'points',
      path: t.path([
        [12, 0.2],
        [24, 0.1],
        [36, 0.8],
      ]),
    });
    const toDate = committed(points);
    expect([5, 11, 23, 29, 35, 41, 47].map((m) => toDate[m])).toEqual(
      [10, 20, 20, 50, 80, 90, 100].map((sum) => expect.closeTo(sum, 10)),
    );
  });

  it('count what lies before the start as history', () => {
    const toDate = committed(() => ({ kind: 'linear' }), { begins: -12 });
    expect(toDate[11]).toBeCloseTo(25, 12);
    expect(toDate[35]).toBeCloseTo(75, 12);
    expect(toDate[59]).toBeCloseTo(75, 12);
  });

  it('never fall and commit everything, whatever their numbers', () => {
    const number = fc.double({ min: 0, max: 3, noNaN: true });
    const ramp = fc.oneof(
      fc.tuple(number, fc.double({ min: -20, max: 40, noNaN: true })).map(
        ([midpoint, steepness]) =>
          (t: PlanBuilder): RampPlan => ({
            kind: 's-curve',
            midpoint: t.slot(midpoint),
            steepness: t.slot(steepness),
          }),
      ),
      fc.array(number, { minLength: 1, maxLength: 12 }).map(
        (shares) =>
          (t: PlanBuilder): RampPlan => ({ kind: 'annual', shares: shares.map((s) => t.slot(s)) }),
      ),
      fc.double({ min: -0.9, max: 5, noNaN: true }).map(
        (rate) =>
          (t: PlanBuilder): RampPlan => ({ kind: 'growth', perYear: t.slot(rate) }),
      ),
      fc
        .array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.double({ min: -1, max: 2, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        })
        .map((points) => [...new Map(points)].sort(([a], [b]) => a - b))
        .map(
          (points) =>
            (t: PlanBuilder): RampPlan => ({ kind: 'points', path: t.path(points) }),
        ),
    );
    fc.assert(
      fc.property(ramp, fc.integer({ min: 1, max: 60 }), (make, termMonths) => {
        const toDate = committed(make, { termMonths });
        expect(toDate.findIndex((sum, m) => sum < (toDate[m - 1] ?? 0) - 1e-9)).toBe(-1);
        expect(toDate[59]).toBeCloseTo(100, 9);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
