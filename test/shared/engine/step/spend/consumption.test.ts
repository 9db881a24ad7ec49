import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type DealParts } from '../../../../support/plan-builder.ts';

const planWith = (parts: DealParts) =>
  buildPlan((t) => ({
    months: 2,
    generations: [t.generation('chip', { list: 2 })],
    deals: [t.deal('aws', { phases: [t.phase('one')], mix: t.schedule([0], [[0, 1]]), ...parts })],
  }));

/** 100,000 chips at $2 an hour: half of them on average in April, all of them in May 2026. */
const april = 50e3 * 720 * 2;
const may = 100e3 * 744 * 2;

describe('consumption', () => {
  it('bills reserved chips by the hour, used or not', () => {
    expect(valuesOf(planWith({ usage: 0.6 }), 'spend.consumption')).toEqual([april, may]);
  });

  it('bills on-demand chips by use', () => {
    const [first, second] = valuesOf(planWith({ usage: 0.6, isReserved: false }), 'spend.consumption');
    expect(first).toBeCloseTo(april * 0.6, 6);
    expect(second).toBeCloseTo(may * 0.6, 6);
  });

  it('adds services on top, eligible by their own share, and takes the deal’s discount off', () => {
    const plan = planWith({
      discount: 0.25,
      eligible: 0.8,
      services: [
        ['graviton', 0.1, 1],
        ['storage', 0.2, 0],
      ],
    });
    expect(valuesOf(plan, 'spend.consumption')[1]).toBeCloseTo(may * 0.75 * 1.3, 6);
    expect(valuesOf(plan, 'commitment.eligible')[1]).toBeCloseTo(may * 0.75 * 0.9, 6);
    expect(valuesOf(plan, 'aws.price.chip')[1]).toBe(1.5);
    expect(valuesOf(plan, 'price.chip')[1]).toBe(2);
  });
});
