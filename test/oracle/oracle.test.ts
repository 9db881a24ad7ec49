import { describe, expect, it } from 'vitest';
import type { OptionPlan } from '#shared/engine/plan/deal.ts';
import { at, sum } from './at.ts';
import {
  type Handmade,
  handmade,
  type Numbers,
  plainCapacity,
  plainChip,
  plainCommitment,
  plainDeal,
} from './handmade.ts';
import { oracle } from './oracle.ts';

const JANUARY_HOURS = 744;
const FEBRUARY_HOURS = 672;

function series(made: Handmade, id: string): readonly number[] {
  const values = oracle(made.plan, made.values).measures.get(id);
  if (values === undefined) throw new Error(`No measure ${id}`);
  return values;
}

describe('power, chips and spend, worked out by hand', () => {
  /** 10 MW from the start of February: 10,000 chips of 1 kW. */
  const made = handmade((numbers) => ({
    months: 3,
    generations: [plainChip(numbers)],
    deals: [plainDeal(numbers, { capacity: plainCapacity(numbers, [[1, 10]]) })],
  }));

  it('has the power online at the end of the month in which it is energised', () => {
    expect(series(made, 'capacity.online')).toEqual([0, 10, 10]);
    expect(series(made, 'fleet.chips.chip')).toEqual([0, 10_000, 10_000]);
  });

  it('pays in February for the average of no chips and all, in March for all', () => {
    expect(series(made, 'spend.billed')).toEqual([0, 5_000 * FEBRUARY_HOURS, 10_000 * JANUARY_HOURS]);
  });

  it('draws half of the power times the PUE of 1.2', () => {
    expect(at(series(made, 'energy'), 2)).toBeCloseTo(10 * 1.2 * 0.5 * JANUARY_HOURS, 9);
  });

  it('counts one H100-equivalent for a chip with the peak of an H100', () => {
    expect(at(series(made, 'compute.h100e'), 2)).toBe(10_000);
    expect(at(series(made, 'compute.effective'), 2)).toBe(10_000 * 1e15);
  });
});

describe('a base that runs already', () => {
  const made = handmade((numbers) => ({
    months: 2,
    generations: [plainChip(numbers)],
    deals: [
      plainDeal(numbers, {
        capacity: plainCapacity(numbers, [[-5, 10]]),
        economics: { ...plainDeal(numbers).economics, capexPerItMw: numbers.of(1e6) },
      }),
    ],
  }));

  it('is billed for the whole first month and costs no capital expenditure', () => {
    const billed = 10_000 * JANUARY_HOURS;
    expect(at(series(made, 'spend.billed'), 0)).toBe(billed);
    expect(at(series(made, 'provider.cash'), 0)).toBe(billed / 2);
  });
});

describe('vintages', () => {
  /** A chip that lives three months, and a newer one from month 2 on that takes over at once. */
  const made = handmade((numbers) => {
    const { of } = numbers;
    return {
      months: 6,
      generations: [
        plainChip(numbers, { key: 'old', lifeMonths: of(3) }),
        plainChip(numbers, { key: 'new', available: of(2) }),
      ],
      deals: [
        plainDeal(numbers, {
          capacity: plainCapacity(numbers, [[0, 8]]),
          mix: {
            kind: 'succession',
            first: 0,
            later: [{ generation: 1, curve: { kind: 'logistic', midpoint: of(1), takeoverMonths: of(0) } }],
          },
        }),
      ],
    };
  });

  it('leave after their life and are replaced by what the mix then holds', () => {
    expect(series(made, 'fleet.power.old')).toEqual([8, 8, 8, 0, 0, 0]);
    expect(series(made, 'fleet.power.new')).toEqual([0, 0, 0, 8, 8, 8]);
  });
});

describe('take or pay, worked out by hand', () => {
  /** $744,000 of compute in January and March, less in February; $36M committed over 36 months. */
  const settled = (parts: (numbers: Numbers) => Parameters<typeof plainCommitment>[3]) =>
    handmade((numbers) => ({
      months: 36,
      generations: [plainChip(numbers)],
      deals: [
        plainDeal(numbers, {
          capacity: plainCapacity(numbers, [
            [-1, 1],
            [12, 1],
          ]),
          commitment: plainCommitment(numbers, 36e6, 36, parts(numbers)),
        }),
      ],
    }));
  const yearOne = 1000 * 8760;

  it('bills what is missing from each year at its end', () => {
    const made = settled(() => ({}));
    expect(at(series(made, 'commitment.shortfall'), 11)).toBeCloseTo(12e6 - yearOne, 3);
    expect(sum(series(made, 'commitment.shortfall').slice(0, 11))).toBe(0);
    expect(at(series(made, 'spend.billed.cumulative'), 11)).toBeCloseTo(12e6, 3);
  });

  it('pays credit for an earlier shortfall back when later years exceed what is due', () => {
    const made = settled(({ of }) => ({ makeUpMonths: of(24) }));
    const shortfall = 12e6 - yearOne;
    const secondYear = at(series(made, 'spend.consumption.cumulative'), 23) - yearOne;
    const excess = secondYear - 12e6;
    const credit = Math.min(shortfall, excess, at(series(made, 'spend.consumption'), 23));
    expect(credit).toBeGreaterThan(0);
    expect(at(series(made, 'commitment.make-up'), 12)).toBeCloseTo(shortfall, 3);
    expect(at(series(made, 'commitment.make-up'), 23)).toBeCloseTo(shortfall - credit, 3);
    expect(at(series(made, 'spend.billed'), 23)).toBeCloseTo(
      at(series(made, 'spend.consumption'), 23) - credit,
      3,
    );
  });

  it('carries excess forward up to the limit', () => {
    const made = handmade((numbers) => ({
      months: 24,
      generations: [plainChip(numbers)],
      deals: [
        plainDeal(numbers, {
          capacity: plainCapacity(numbers, [[-1, 1]]),
          commitment: plainCommitment(numbers, 20e6, 24, {
            ramp: { kind: 'annual', shares: [numbers.of(0.4), numbers.of(0.6)] },
            carryForwardLimit: numbers.of(0.05),
            carryForwardMonths: numbers.of(12),
          }),
        }),
      ],
    }));
    expect(at(series(made, 'commitment.carry-forward'), 11)).toBeCloseTo(yearOne - 8e6, 3);
    const secondYear = 1000 * 8760;
    expect(at(series(made, 'commitment.shortfall'), 23)).toBeCloseTo(12e6 - secondYear - 0.05 * 12e6, 3);
  });

  it('is met when history and eligible spend reach the amount', () => {
    const made = handmade((numbers) => ({
      months: 6,
      generations: [plainChip(numbers)],
      deals: [
        plainDeal(numbers, {
          capacity: plainCapacity(numbers, [[-1, 1]]),
          commitment: plainCommitment(numbers, 2.6e6, 12, { begins: numbers.of(-6) }),
        }),
      ],
    }));
    const history = 1.3e6;
    expect(history + 1000 * (JANUARY_HOURS + FEBRUARY_HOURS)).toBeGreaterThan(2.6e6);
    expect(history + 1000 * JANUARY_HOURS).toBeLessThan(2.6e6);
    expect(series(made, 'commitment.met-month')).toEqual([2, 2, 2, 2, 2, 2]);
  });
});

describe('capital, worked out by hand', () => {
  const common = { from: 1, form: 'cash' as const };

  it('unlocks a facility step by step, and a participation eats its cap', () => {
    const made = handmade((numbers) => {
      const { of } = numbers;
      return {
        months: 5,
        deals: [
          plainDeal(numbers, {
            mix: { kind: 'none' },
            capacity: plainCapacity(numbers, [
              [0, 100],
              [2, 100],
            ]),
            capital: {
              instruments: [
                {
                  ...common,
                  key: 'facility',
                  kind: 'facility',
                  cap: of(100),
                  available: { fromMw: of(100), perMw: of(100), amountPerStep: of(40), isStepwise: true },
                  draw: { kind: 'when-available' },
                  participations: [{ key: 'round', amount: of(30), on: of(1) }],
                  expires: null,
                },
              ],
            },
          }),
        ],
      };
    });
    expect(series(made, 'capital.paid')).toEqual([40, 30, 30, 0, 0]);
    expect(series(made, 'capital.drawn')).toEqual([40, 40, 70, 70, 70]);
    expect(series(made, 'facility.cap-left')).toEqual([60, 30, 0, 0, 0]);
  });

  it('pays a milestone once, in the month its condition first holds', () => {
    const made = handmade((numbers) => {
      const { of } = numbers;
      return {
        months: 4,
        deals: [
          plainDeal(numbers, {
            mix: { kind: 'none' },
            capacity: plainCapacity(numbers, [[1, 100]]),
            capital: {
              instruments: [
                {
                  ...common,
                  key: 'tranche',
                  kind: 'milestone',
                  amount: of(7),
                  when: {
                    steps: [
                      { op: 'measure', id: 'capacity.online' },
                      { op: 'input', slot: of(100) },
                      { op: 'at-least' },
                    ],
                  },
                  notBefore: null,
                  until: null,
                  isWaived: of(0),
                  waivedOn: of(0),
                },
              ],
            },
          }),
        ],
      };
    });
    expect(series(made, 'capital.paid')).toEqual([0, 7, 0, 0]);
  });
});

describe('an option on a cheaper chip', () => {
  const option = ({ of }: Numbers, parts: Partial<OptionPlan> = {}): OptionPlan => ({
    key: 'next',
    generation: 1,
    powerMw: of(1),
    opens: of(1),
    closes: of(3),
    noticeMonths: of(1),
    rampMonths: of(0),
    rights: 'amount',
    priceFactor: of(1),
    threshold: of(1.5),
    earlyMonths: of(0),
    isOffered: of(1),
    isWithinCeiling: true,
    ...parts,
  });
  const made = handmade((numbers) => {
    const { of } = numbers;
    const cheap = plainChip(numbers, { key: 'next' });
    return {
      months: 4,
      generations: [plainChip(numbers), { ...cheap, price: { ...cheap.price, list: of(0.5) } }],
      deals: [plainDeal(numbers, { options: [option(numbers)] })],
    };
  });

  it('is exercised at the first month of its window and brings its own chips after the notice', () => {
    expect(series(made, 'deal.options.next.month')).toEqual([1, 1, 1, 1]);
    expect(series(made, 'fleet.chips.next')).toEqual([0, 0, 1000, 1000]);
  });

  it('is worth what its work would cost elsewhere less what it does cost', () => {
    const market = sum(series(made, 'compute.market-value'));
    expect(market).toBeCloseTo(1 * 1000 * (JANUARY_HOURS / 2 + 720), 6);
    expect(at(series(made, 'deal.options.next.value'), 0)).toBeCloseTo(market / 2, 6);
    expect(at(series(made, 'deal.options.next.waiting-cost'), 0)).toBe(0);
  });
});
