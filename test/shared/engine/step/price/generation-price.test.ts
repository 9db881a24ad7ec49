import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type GenerationNumbers, type PlanBuilder } from '../../../../support/plan-builder.ts';

const priceOf = (numbers: (tools: PlanBuilder) => GenerationNumbers, months = 25) =>
  valuesOf(
    buildPlan((t) => ({ months, generations: [t.generation('chip', numbers(t))] })),
    'price.chip',
  );

describe('the price of a generation', () => {
  it('falls by the same share each year from its date, to the floor', () => {
    const price = priceOf(() => ({ list: 4, discount: 0.5, declinePerYear: 0.36, floor: 1, asOf: 0 }));
    expect(price[0]).toBe(2);
    expect(price[6]).toBeCloseTo(2 * 0.8, 12);
    expect(price[12]).toBeCloseTo(2 * 0.64, 12);
    expect(price[24]).toBe(1);
  });

  it('rises with a negative decline, as rents did in 2026', () => {
    expect(priceOf(() => ({ list: 2, declinePerYear: -0.1 }))[12]).toBeCloseTo(2.2, 12);
  });

  it('counts from its date within a month, before and after the start', () => {
    const later = priceOf(() => ({ list: 2, declinePerYear: 0.36, asOf: 2.5 }));
    expect(later.slice(0, 3)).toEqual([2, 2, 2]);
    expect(later[8]).toBeCloseTo(2 * 0.64 ** (5.5 / 12), 12);
    expect(priceOf(() => ({ list: 2, declinePerYear: 0.36, asOf: -12 }))[0]).toBeCloseTo(2 * 0.64, 12);
  });

  it('reads a table between its dates, discount and floor applied', () => {
    const price = priceOf((t) => ({
      discount: 0.5,
      floor: 0.7,
      path: {
        kind: 'table',
        path: t.path([
          [2, 4],
          [6, 2],
          [20, 1],
        ]),
      },
    }));
    expect([price[0], price[2], price[4], price[6], price[24]]).toEqual([2, 2, 1.5, 1, 0.7]);
  });
});

describe('Wright’s law', () => {
  it('takes the learning rate off the price with every doubling of cumulative chips', () => {
    // 20,000 chips at first, 20,000 more installed in each of months 0, 1, 2 …: doublings after 1 and after 3 months.
    const plan = buildPlan((t) => ({
      months: 5,
      generations: [
        t.generation('chip', {
          list: 10,
          path: { kind: 'wright', learningRate: t.slot(0.2), initialChips: t.slot(20e3) },
        }),
      ],
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { powerMw: 100, rampMonths: 5 })],
          mix: t.schedule([0], [[0, 1]]),
        }),
      ],
    }));
    const price = valuesOf(plan, 'price.chip');
    expect(price[0]).toBe(10);
    expect(price[1]).toBeCloseTo(8, 12);
    expect(price[3]).toBeCloseTo(6.4, 12);
    expect(price[4]).toBeCloseTo(10 * 5 ** Math.log2(0.8), 12);
  });
});
