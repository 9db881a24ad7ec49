import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

/** The announced Amazon–Anthropic terms of April 2026: $8B before, $5B at once, up to $20B more, $100B over ten years, 5 GW. */
const plan = buildPlan((t) => ({
  months: 120,
  generations: [t.generation('chip')],
  deals: [
    t.deal('aws', {
      ceilingMw: 5000,
      phases: [t.phase('all', { powerMw: 5000, energise: 0, rampMonths: 60 })],
      mix: t.schedule([0], [[0, 1]]),
      commitment: t.commitment({ amount: 100e9, termMonths: 120 }),
      instruments: [
        { key: 'before', kind: 'paid-in', from: 1, form: 'cash', amount: t.slot(8e9) },
        { key: 'first', kind: 'dated', from: 1, form: 'cash', amount: t.slot(5e9), on: t.slot(0) },
        {
          key: 'facility',
          kind: 'facility',
          from: 1,
          form: 'cash',
          cap: t.slot(20e9),
          available: {
            fromMw: t.slot(1000),
            perMw: t.slot(1000),
            amountPerStep: t.slot(4e9),
            isStepwise: true,
          },
          draw: { kind: 'when-available' },
          participations: [],
          expires: null,
        },
      ],
    }),
  ],
}));

describe('circularity of the announced terms', () => {
  it('is 20:1 on the first cheque, 4:1 on 25 and about 3:1 on 33', () => {
    const ratio = valuesOf(plan, 'circularity.ratio');
    expect(ratio[0]).toBe(20);
    expect(ratio[119]).toBe(4);
    expect(valuesOf(plan, 'circularity.ratio-ceiling')[0]).toBe(4);
    expect(valuesOf(plan, 'circularity.ratio-all')[119]).toBeCloseTo(100 / 33, 12);
  });

  it('implies $2.0B per GW-year if commitment and ceiling both bind', () => {
    expect(valuesOf(plan, 'price.per-gw-year-ceiling')[0]).toBe(2e9);
  });

  it('recycles at most all of the spend, and counts what came before the start in neither sum', () => {
    const [paid, billed, share, net] = [
      'capital.paid.cumulative',
      'spend.billed.cumulative',
      'circularity.recycled-share',
      'circularity.net',
    ].map((id) => valuesOf(plan, id));
    for (const m of [0, 12, 119]) {
      const [p, b] = [paid?.[m] ?? NaN, billed?.[m] ?? NaN];
      expect(share?.[m]).toBe(Math.min(1, p / b));
      expect(net?.[m]).toBe(p - b);
    }
    expect(paid?.[119]).toBe(25e9);
  });

  it('has no answer without a commitment or before anything is paid', () => {
    const bare = buildPlan((t) => ({
      months: 1,
      deals: [t.deal('a', { commitment: t.commitment() }), t.deal('b')],
    }));
    expect(valuesOf(bare, 'a.circularity.ratio')[0]).toBeNaN();
    expect(valuesOf(bare, 'b.circularity.ratio-all')[0]).toBeNaN();
    expect(valuesOf(bare, 'circularity.recycled-share')[0]).toBeNaN();
  });
});
