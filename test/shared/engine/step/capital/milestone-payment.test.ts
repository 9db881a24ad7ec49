import { describe, expect, it } from 'vitest';
import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { FormulaStep } from '#shared/engine/plan/condition.ts';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, compare, type PlanBuilder } from '../../../../support/plan-builder.ts';

interface MilestoneNumbers {
  readonly when?: (t: PlanBuilder) => readonly FormulaStep[];
  readonly notBefore?: number;
  readonly until?: number;
  readonly isWaived?: number;
  readonly waivedOn?: number;
}

const milestone = (t: PlanBuilder, n: MilestoneNumbers): InstrumentPlan => ({
  key: 'tranche',
  kind: 'milestone',
  from: 1,
  form: 'cash',
  amount: t.slot(7),
  when: { steps: n.when?.(t) ?? compare('aws.capacity.online', 'at-least', t.slot(100)) },
  notBefore: n.notBefore === undefined ? null : t.slot(n.notBefore),
  until: n.until === undefined ? null : t.slot(n.until),
  isWaived: t.slot(n.isWaived ?? 0),
  waivedOn: t.slot(n.waivedOn ?? 0),
});

/** Month in which the tranche is paid; power reaches 100 MW in month 3 of 8. */
const paidIn = (
  numbers: MilestoneNumbers,
  others: (t: PlanBuilder) => readonly InstrumentPlan[] = () => [],
) => {
  const plan = buildPlan((t) => ({
    months: 8,
    generations: [t.generation('chip')],
    deals: [
      t.deal('aws', {
        phases: [t.phase('one', { powerMw: 200, rampMonths: 8 })],
        mix: t.schedule([0], [[0, 1]]),
        instruments: [...others(t), milestone(t, numbers)],
      }),
    ],
    measures: [
      { id: 'twice', unit: 'MW', formula: { steps: [{ op: 'measure', id: 'aws.capacity.online' }] } },
    ],
  }));
  const paid = valuesOf(plan, 'aws.capital.paid.tranche');
  expect(paid.reduce((a, b) => a + b, 0)).toBe(paid.some((value) => value > 0) ? 7 : 0);
  return valuesOf(plan, 'aws.capital.month.tranche')[0];
};

describe('a milestone tranche', () => {
  it('is paid in the month in which its condition holds', () => {
    expect(paidIn({})).toBe(3);
  });

  it('is not paid before its window opens, and lapses when it closes', () => {
    expect(paidIn({ notBefore: 5.9 })).toBe(5);
    expect(paidIn({ until: 2 })).toBeNaN();
    expect(paidIn({ until: 3 })).toBe(3);
  });

  it('is paid on the date of a waiver, unless the condition holds before', () => {
    expect(paidIn({ isWaived: 1, waivedOn: 1 })).toBe(1);
    expect(paidIn({ isWaived: 1, waivedOn: 6 })).toBe(3);
    expect(paidIn({ isWaived: 1, waivedOn: -4 })).toBe(0);
    expect(paidIn({ isWaived: 1, waivedOn: 60, until: 1 })).toBeNaN();
  });

  it('sees capital one month later, because money moves at the end of the month', () => {
    const on2 = (t: PlanBuilder): readonly InstrumentPlan[] => [
      { key: 'first', kind: 'dated', from: 1, form: 'cash', amount: t.slot(3), on: t.slot(2) },
    ];
    const when = (t: PlanBuilder) => compare('aws.capital.cumulative', 'at-least', t.slot(3));
    expect(paidIn({ when }, on2)).toBe(3);
    expect(paidIn({ when: (t) => compare('twice', 'at-least', t.slot(100)) })).toBe(4);
  });

  it('may wait on itself: what it has paid counts from the next month on, so it never holds', () => {
    expect(paidIn({ when: (t) => compare('aws.capital.paid.tranche', 'greater', t.slot(0)) })).toBeNaN();
  });

  it('reads earlier months, and fixed months once they are known', () => {
    expect(
      paidIn({
        when: (t) => [
          { op: 'measure', id: 'aws.capacity.online', lag: 2 },
          { op: 'input', slot: t.slot(100) },
          { op: 'at-least' },
        ],
      }),
    ).toBe(5);
    expect(
      paidIn({
        when: (t) => [
          { op: 'measure-at', id: 'aws.capacity.online', at: t.slot(4) },
          { op: 'input', slot: t.slot(100) },
          { op: 'at-least' },
        ],
      }),
    ).toBe(4);
  });

  it('never holds on what is known only after the last month', () => {
    expect(paidIn({ when: (t) => compare('provider.irr', 'greater', t.slot(-1)) })).toBeNaN();
  });
});
