import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type CommitmentNumbers, type PhaseNumbers } from '../../../../support/plan-builder.ts';

/** Hours of the year from January 2027, in which a chip at $1 an hour costs as many dollars. */
const yearHours = 8760;

/** A deal over four years from January 2027; one MW is 1,000 chips, so $8.76M a year at $1 an hour. */
function planWith(commitment: CommitmentNumbers, phases: readonly PhaseNumbers[], months = 48) {
  return buildPlan((t) => ({
    start: { year: 2027, month: 1 },
    months,
    generations: [t.generation('chip', { list: 1 })],
    deals: [
      t.deal('aws', {
        phases: phases.map((numbers, i) => t.phase(`phase-${i}`, numbers)),
        mix: t.schedule([0], [[0, 1]]),
        commitment: t.commitment({ termMonths: months, ...commitment }),
      }),
    ],
  }));
}

/** One MW in the first year, three from the second on. */
const growing: readonly PhaseNumbers[] = [
  { powerMw: 1, energise: -1 },
  { powerMw: 2, energise: 12 },
];
const shrinkingNeed = (of: readonly number[], months: readonly number[]) => months.map((m) => of[m] ?? NaN);
const million = (value: number) => expect.closeTo(value * 1e6, 1);

describe('settlement each year', () => {
  it('asks at the end of each year for what is missing from it', () => {
    const plan = planWith({ amount: 4 * 20e6 }, [{ powerMw: 1, energise: -1 }]);
    const missing = [2027, 2028, 2029, 2030].map(
      (year) => 20 - (1000 * (yearHours + (year === 2028 ? 24 : 0))) / 1e6,
    );
    expect(shrinkingNeed(valuesOf(plan, 'commitment.shortfall'), [11, 23, 35, 47])).toEqual(
      missing.map(million),
    );
    expect(valuesOf(plan, 'commitment.shortfall').filter((paid) => paid > 0)).toHaveLength(4);
    expect(shrinkingNeed(valuesOf(plan, 'commitment.due'), [11, 23])).toEqual([million(20), million(20)]);
  });

  it('asks only for the take-or-pay share', () => {
    const plan = planWith({ amount: 4 * 20e6, takeOrPay: 0.6 }, [{ powerMw: 1, energise: -1 }]);
    expect(valuesOf(plan, 'commitment.shortfall')[11]).toBeCloseTo(12e6 - 8.76e6, 1);
  });

  it('lets over-consumption of one year cover the next, up to its limit and age', () => {
    // Year 1 takes 26.28 against 20 due; from year 2 on nothing more is due than 30.
    const ramp = { amount: 110e6 };
    const three: readonly PhaseNumbers[] = [{ powerMw: 3, energise: -1 }];
    const shares = (limit: number, months: number) =>
      buildPlan((t) => ({
        start: { year: 2027, month: 1 },
        months: 48,
        generations: [t.generation('chip', { list: 1 })],
        deals: [
          t.deal('aws', {
            phases: three.map((numbers) => t.phase('p', numbers)),
            mix: t.schedule([0], [[0, 1]]),
            commitment: t.commitment({
              ...ramp,
              termMonths: 48,
              ramp: { kind: 'annual', shares: [20, 30, 30, 30].map((s) => t.slot(s)) },
              carryForwardLimit: limit,
              carryForwardMonths: months,
            }),
          }),
        ],
      }));
    const missing = [30 - 26.352, 30 - 26.28, 30 - 26.28];
    const at = [23, 35, 47];
    const none = shares(0, 0);
    expect(shrinkingNeed(valuesOf(none, 'commitment.shortfall'), at)).toEqual(missing.map(million));
    const ample = shares(1, 36);
    // 6.28 carried: 3.648 used in year 2, the remaining 2.632 in year 3.
    expect(shrinkingNeed(valuesOf(ample, 'commitment.shortfall'), at)).toEqual([
      million(0),
      million(3.72 - 2.632),
      million(3.72),
    ]);
    expect(shrinkingNeed(valuesOf(ample, 'commitment.carry-forward'), [11, 23, 35])).toEqual([
      million(6.28),
      million(2.632),
      million(0),
    ]);
    const shortLived = shares(1, 12);
    expect(valuesOf(shortLived, 'commitment.shortfall')[35]).toBeCloseTo(3.72e6, 1);
    const limited = shares(0.1, 36);
    // A tenth of 30 at most.
    expect(valuesOf(limited, 'commitment.shortfall')[23]).toBeCloseTo(0.648e6, 1);
  });

  it('gives credit for a paid shortfall, which later over-consumption redeems on its bills', () => {
    const plan = planWith({ amount: 4 * 10e6, makeUpMonths: 24 }, growing);
    const credit = 10 - 8.76;
    expect(valuesOf(plan, 'commitment.shortfall')[11]).toBeCloseTo(credit * 1e6, 1);
    expect(valuesOf(plan, 'commitment.make-up')[11]).toBeCloseTo(credit * 1e6, 1);
    const billed = valuesOf(plan, 'spend.billed');
    const used = valuesOf(plan, 'spend.consumption').map((value, m) => value - (billed[m] ?? NaN));
    expect(used[23]).toBeCloseTo(credit * 1e6, 1);
    expect(valuesOf(plan, 'commitment.make-up')[23]).toBeCloseTo(0, 1);
  });

  it('lets make-up credit expire', () => {
    const plan = planWith({ amount: 4 * 10e6, makeUpMonths: 11 }, growing);
    const bank = valuesOf(plan, 'commitment.make-up');
    expect(bank[22]).toBeGreaterThan(1e6);
    expect(bank[23]).toBe(0);
    const spend = valuesOf(plan, 'spend.consumption');
    expect(valuesOf(plan, 'spend.billed')[23]).toBe(spend[23]);
  });

  it('never turns a bill negative: credit beyond a month’s consumption waits on account', () => {
    const plan = planWith({ amount: 4 * 24e6, makeUpMonths: 36 }, [
      { powerMw: 1, energise: -1 },
      { powerMw: 9, energise: 12 },
    ]);
    const billed = valuesOf(plan, 'spend.billed');
    expect(Math.min(...billed)).toBe(0);
    const total = billed.reduce((a, b) => a + b, 0);
    const consumed = valuesOf(plan, 'spend.consumption').reduce((a, b) => a + b, 0);
    // All credit is used in the end: the shortfall of year 1 comes back in full.
    expect(total).toBeCloseTo(consumed, 0);
  });
});

describe('settlement at the end of the term', () => {
  it('looks at the term as a whole', () => {
    const plan = planWith({ amount: 4 * 15e6, settle: 'term' }, growing);
    const taken = valuesOf(plan, 'commitment.eligible').reduce((a, b) => a + b, 0);
    const shortfall = valuesOf(plan, 'commitment.shortfall');
    expect(shortfall.filter((paid) => paid > 0)).toHaveLength(taken < 60e6 ? 1 : 0);
    const short = planWith({ amount: 4 * 25e6, settle: 'term' }, growing);
    expect(valuesOf(short, 'commitment.shortfall')[47]).toBeCloseTo(100e6 - taken, 0);
  });

  it('falls outside the horizon for a longer term, and is not paid', () => {
    const plan = planWith({ amount: 1e9, termMonths: 60, settle: 'term' }, growing);
    expect(valuesOf(plan, 'commitment.shortfall').every((paid) => paid === 0)).toBe(true);
  });
});

describe('the state of a commitment', () => {
  const plan = planWith({ amount: 4 * 8.76e6 }, [{ powerMw: 2, energise: -1 }]);

  it('remains until it is consumed, and is met in the month that reaches it', () => {
    const remaining = valuesOf(plan, 'commitment.remaining');
    expect(remaining[11]).toBeCloseTo(2 * 8.76e6, 0);
    expect(remaining[23]).toBe(0);
    // 35.04M at 2,000 chips: 17,520 hours, which end with 2028 less its leap day.
    expect(valuesOf(plan, 'commitment.met-month')[0]).toBe(24);
  });

  it('is ahead by as many months of its ramp as consumption runs in front', () => {
    const ahead = valuesOf(plan, 'commitment.months-ahead');
    expect(ahead[11]).toBeCloseTo(12, 6);
    expect(ahead[47]).toBeCloseTo(0, 6);
  });

  it('leaves as liability what is committed and not yet due or taken', () => {
    const liability = valuesOf(
      planWith({ amount: 4 * 20e6, takeOrPay: 0.5 }, growing),
      'dependence.liability',
    );
    expect(liability[11]).toBeCloseTo(30e6, 0);
    // January 2028: 744 hours of 2,000 chips on average are taken of the ten of the year and the twenty after it.
    expect(liability[12]).toBeCloseTo(30e6 - 744 * 2000, 0);
    expect(liability[47]).toBe(0);
  });
});
