import { describe, expect, it } from 'vitest';
import { projectConstants, valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

/** Ten shares for each 100 MW from 100 MW on, at most 25; the share goes from 100 to 180 over eight months, strike 110. */
const plan = buildPlan((t) => ({
  months: 8,
  deals: [
    t.deal('amd', {
      phases: [t.phase('one', { powerMw: 400, rampMonths: 8 })],
      instruments: [
        {
          key: 'warrant',
          kind: 'warrant',
          from: 1,
          form: 'cash',
          shares: t.slot(25),
          strike: t.slot(110),
          sharePrice: t.path([
            [0, 100],
            [8, 180],
          ]),
          vest: { fromMw: t.slot(100), perMw: t.slot(100), sharesPerStep: t.slot(10) },
        },
      ],
    }),
  ],
}));

describe('warrants', () => {
  it('vest with deployment, to the stated number, and are worth what the price is above the strike', () => {
    const vested = [0, 10, 10, 20, 20, 25, 25, 25];
    const above = [0, 0, 10, 20, 30, 40, 50, 60];
    expect(valuesOf(plan, 'capital.warrants')).toEqual(vested.map((shares, m) => shares * (above[m] ?? 0)));
  });

  it('are a right, not capital paid, and stand in the ledger beside cash', () => {
    expect(valuesOf(plan, 'capital.paid').every((paid) => paid === 0)).toBe(true);
    const flow = projectConstants(plan).ledger.find(({ kind }) => kind === 'warrant');
    expect(flow?.isCash).toBe(false);
    expect([...(flow?.values ?? [])]).toEqual([0, 0, 0, 200, 0, 200, 0, 0]);
  });
});
