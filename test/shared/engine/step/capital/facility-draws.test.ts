import { describe, expect, it } from 'vitest';
import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, flatRevenue, type PlanBuilder } from '../../../../support/plan-builder.ts';

type Facility = Extract<InstrumentPlan, { kind: 'facility' }>;

interface FacilityNumbers {
  readonly cap?: number;
  readonly isStepwise?: boolean;
  readonly draw?: (t: PlanBuilder) => Facility['draw'];
  readonly participations?: readonly (readonly [amount: number, on: number])[];
  readonly expires?: { readonly event: number; readonly afterMonths: number; readonly happens?: number };
}

const facility = (t: PlanBuilder, n: FacilityNumbers = {}): Facility => ({
  key: 'facility',
  kind: 'facility',
  from: 1,
  form: 'cash',
  cap: t.slot(n.cap ?? 20),
  available: {
    fromMw: t.slot(100),
    perMw: t.slot(100),
    amountPerStep: t.slot(5),
    isStepwise: n.isStepwise ?? true,
  },
  draw: n.draw?.(t) ?? { kind: 'when-available' },
  participations: (n.participations ?? []).map(([amount, on], i) => ({
    key: `round-${i + 1}`,
    amount: t.slot(amount),
    on: t.slot(on),
  })),
  expires:
    n.expires === undefined
      ? null
      : {
          event: t.slot(n.expires.event),
          happens: t.slot(n.expires.happens ?? 1),
          afterMonths: t.slot(n.expires.afterMonths),
        },
});

/** Fifty MW more each month: 50, 100 … 400 and then no more. */
const planWith = (numbers: FacilityNumbers, months = 10) =>
  buildPlan((t) => ({
    months,
    deals: [
      t.deal('aws', {
        phases: [t.phase('one', { powerMw: 400, rampMonths: 8 })],
        instruments: [facility(t, numbers)],
      }),
    ],
  }));

describe('a facility', () => {
  it('becomes available step by step as power is delivered, and is drawn at once', () => {
    const plan = planWith({});
    expect(valuesOf(plan, 'aws.capital.paid.facility')).toEqual([0, 5, 0, 5, 0, 5, 0, 5, 0, 0]);
    expect(valuesOf(plan, 'capital.drawn')).toEqual([0, 5, 5, 10, 10, 15, 15, 20, 20, 20]);
    expect(valuesOf(plan, 'facility.cap-left')).toEqual([20, 15, 15, 10, 10, 5, 5, 0, 0, 0]);
  });

  it('becomes available continuously beyond its first step where it says so', () => {
    const plan = planWith({ isStepwise: false });
    expect(valuesOf(plan, 'capital.drawn')).toEqual([0, 0, 2.5, 5, 7.5, 10, 12.5, 15, 15, 15]);
  });

  it('is never drawn beyond its cap', () => {
    expect(valuesOf(planWith({ cap: 12 }), 'capital.drawn').at(-1)).toBe(12);
  });

  it('waits, available, where nobody draws', () => {
    const plan = planWith({ draw: () => ({ kind: 'never' }) });
    expect(valuesOf(plan, 'capital.available')).toEqual([0, 5, 5, 10, 10, 15, 15, 20, 20, 20]);
    expect(valuesOf(plan, 'capital.drawn').at(-1)).toBe(0);
  });

  it('is reduced dollar for dollar by rounds the investor joins', () => {
    const plan = planWith({
      participations: [
        [5, 2],
        [4, -3],
      ],
    });
    expect(valuesOf(plan, 'facility.participated')).toEqual([4, 4, 9, 9, 9, 9, 9, 9, 9, 9]);
    expect(valuesOf(plan, 'capital.drawn').at(-1)).toBe(11);
    expect(valuesOf(plan, 'capital.paid-in')[0]).toBe(4);
    expect(valuesOf(plan, 'capital.cumulative').at(-1)).toBe(20);
    expect(valuesOf(plan, 'aws.capital.month.round-1')[0]).toBe(2);
  });

  it('is over from its expiry on, unless the event does not happen', () => {
    const plan = planWith({ expires: { event: 1, afterMonths: 4 } });
    expect(valuesOf(plan, 'capital.drawn').at(-1)).toBe(10);
    expect(valuesOf(plan, 'capital.available')[5]).toBe(0);
    expect(valuesOf(plan, 'facility.cap-left').at(-1)).toBe(10);
    expect(valuesOf(plan, 'facility.expired')[5]).toBe(1);
    const never = planWith({ expires: { event: 1, afterMonths: 4, happens: 0 } });
    expect(valuesOf(never, 'capital.drawn').at(-1)).toBe(20);
  });

  it('follows a drawing schedule as far as it is available', () => {
    const plan = planWith({
      draw: (t) => ({
        kind: 'schedule',
        path: t.path([
          [0, 0],
          [9, 18],
        ]),
      }),
    });
    expect(valuesOf(plan, 'capital.drawn')).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('is drawn when cash falls short, just enough to fill it up', () => {
    const plan = buildPlan((t) => ({
      months: 6,
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { powerMw: 300, energise: -1 })],
          instruments: [facility(t, { draw: () => ({ kind: 'when-needed', cashBelow: t.slot(10) }) })],
        }),
      ],
      customer: { openingCash: t.slot(16), revenue: flatRevenue(t, 12), otherCostPerYear: t.slot(60) },
    }));
    // Each month 4 more go out than come in.
    expect(valuesOf(plan, 'aws.capital.paid.facility')).toEqual([0, 2, 4, 4, 4, 1]);
    expect(valuesOf(plan, 'customer.cash')).toEqual([12, 10, 10, 10, 10, 7]);
  });
});
