import { describe, expect, it } from 'vitest';
import { projectConstants, valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

/** 100,000 chips at $1 an hour from before the start, with $100M of credits in month 0 and $5M of cash in month 1. */
const plan = buildPlan((t) => ({
  months: 3,
  generations: [t.generation('chip', { list: 1 })],
  deals: [
    t.deal('aws', {
      phases: [t.phase('one', { energise: -1 })],
      mix: t.schedule([0], [[0, 1]]),
      margin: 0.5,
      instruments: [
        { key: 'credits', kind: 'dated', from: 1, form: 'credits', amount: t.slot(100e6), on: t.slot(0) },
        { key: 'cash', kind: 'dated', from: 1, form: 'cash', amount: t.slot(5e6), on: t.slot(1) },
        { key: 'before', kind: 'paid-in', from: 1, form: 'credits', amount: t.slot(9e6) },
      ],
    }),
  ],
  customer: { openingCash: t.slot(500e6) },
}));
const [april, may, june] = [72e6, 74.4e6, 72e6];

describe('credits', () => {
  it('pay the bill of their deal first, until they are gone', () => {
    expect(valuesOf(plan, 'spend.credits-used')).toEqual([april, 28e6, 0]);
    expect(valuesOf(plan, 'spend.cash')).toEqual([0, may - 28e6, june]);
    expect(valuesOf(plan, 'capital.credits')).toEqual([28e6, 0, 0]);
  });

  it('are not cash: the customer’s cash moves by what is billed in cash', () => {
    expect(valuesOf(plan, 'customer.cash')).toEqual([
      500e6,
      500e6 - (may - 28e6) + 5e6,
      505e6 - (may - 28e6) - june,
    ]);
  });

  it('cost the provider nothing when granted and income when used', () => {
    expect(valuesOf(plan, 'provider.cash')).toEqual([april / 2 - april, may / 2 - 28e6 - 5e6, june / 2]);
  });

  it('are in the ledger as flows that are not cash', () => {
    const { ledger } = projectConstants(plan);
    const kinds = ledger
      .filter((flow) => !flow.isCash && flow.values.some((v) => v > 0))
      .map((flow) => flow.kind);
    expect(kinds).toEqual(['credits-used', 'credits']);
  });
});
