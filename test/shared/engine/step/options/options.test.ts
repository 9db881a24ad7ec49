import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type OptionNumbers } from '../../../../support/plan-builder.ts';

interface Setting {
  /** Price of the old generation, which falls by half a year; the new one costs 2 and does as much. */
  readonly oldList?: number;
  readonly newAvailable?: number;
  readonly ceilingMw?: number;
  readonly months?: number;
}

const planWith = (numbers: OptionNumbers, s: Setting = {}) =>
  buildPlan((t) => ({
    months: s.months ?? 12,
    generations: [
      t.generation('old', { list: s.oldList ?? 2 }),
      t.generation('new', { list: 2, declinePerYear: 0.5, available: s.newAvailable ?? 3 }),
    ],
    deals: [
      t.deal('aws', {
        ceilingMw: s.ceilingMw ?? null,
        phases: [t.phase('one', { energise: -1 })],
        mix: t.schedule([0], [[0, 1]]),
        options: [
          t.option('more', 1, {
            powerMw: 60,
            opens: 2,
            closes: 9,
            noticeMonths: 2,
            rampMonths: 3,
            ...numbers,
          }),
        ],
      }),
    ],
  }));

const monthOf = (numbers: OptionNumbers, setting?: Setting) =>
  valuesOf(planWith(numbers, setting), 'options.more.month')[0];

describe('exercise', () => {
  it('comes in the first month of the window in which the chip is worth the threshold', () => {
    expect(monthOf({})).toBe(2);
    // 2 · 0.5^(m/12) falls below 2 / 1.3 in month 5.
    expect(monthOf({ threshold: 1.3 })).toBe(5);
    expect(monthOf({ threshold: 3 })).toBeNaN();
    expect(monthOf({ threshold: 1.3, closes: 4 })).toBeNaN();
    expect(monthOf({ threshold: 1.3, priceFactor: 0.75 })).toBe(2);
  });

  it('waits until the chip can be had by the end of the notice', () => {
    expect(monthOf({}, { newAvailable: 6 })).toBe(4);
    expect(monthOf({ noticeMonths: 0 }, { newAvailable: 6 })).toBe(6);
    expect(monthOf({ rights: 'early-access', earlyMonths: 3 }, { newAvailable: 6 })).toBe(2);
  });

  it('of a first refusal needs an offer; other rights do not', () => {
    expect(monthOf({ rights: 'first-refusal', isOffered: 0 })).toBeNaN();
    expect(monthOf({ rights: 'first-refusal', isOffered: 1 })).toBe(2);
    expect(monthOf({ rights: 'amount', isOffered: 0 })).toBe(2);
  });

  it('needs no comparison where there is nothing to compare with', () => {
    const alone = buildPlan((t) => ({
      months: 4,
      generations: [t.generation('new')],
      deals: [t.deal('aws', { options: [t.option('more', 0, { opens: 1, threshold: 99 })] })],
    }));
    expect(valuesOf(alone, 'options.more.month')[0]).toBe(1);
    expect(valuesOf(alone, 'options.more.exercised')).toEqual([0, 1, 1, 1]);
  });
});

describe('what exercise brings', () => {
  it('is power after the notice, in chips of its own generation, beyond the ceiling or within it', () => {
    const beyond = planWith({}, { ceilingMw: 120 });
    expect(valuesOf(beyond, 'capacity.online').slice(3, 8)).toEqual([100, 120, 140, 160, 160]);
    expect(valuesOf(beyond, 'fleet.power.new').slice(3, 8)).toEqual([0, 20, 40, 60, 60]);
    expect(valuesOf(beyond, 'capacity.contracted').slice(0, 4)).toEqual([100, 100, 160, 160]);
    const within = planWith({ isWithinCeiling: true }, { ceilingMw: 130 });
    expect(valuesOf(within, 'capacity.online').slice(3, 8)).toEqual([100, 120, 130, 130, 130]);
    expect(valuesOf(within, 'capacity.clipped').slice(3, 8)).toEqual([0, 0, 10, 30, 30]);
    expect(valuesOf(within, 'fleet.power.new').slice(3, 8)).toEqual([0, 20, 30, 30, 30]);
  });

  it('is a price for price-only rights, fixed at exercise where the market rises', () => {
    const rising = buildPlan((t) => ({
      months: 13,
      generations: [t.generation('chip', { list: 2, declinePerYear: -0.44, discount: 0.1 })],
      deals: [
        t.deal('aws', {
          phases: [t.phase('one', { energise: -1 })],
          mix: t.schedule([0], [[0, 1]]),
          options: [t.option('lock', 0, { opens: 6, closes: 6, rights: 'price-only', priceFactor: 0.8 })],
        }),
      ],
    }));
    const price = valuesOf(rising, 'aws.price.chip');
    expect(price[5]).toBeCloseTo(1.8 * 1.44 ** (5 / 12), 12);
    // Listed price at month 6 is 2 · 1.2; four fifths of it are fixed.
    for (const month of [6, 9, 12]) expect(price[month]).toBeCloseTo(2 * 1.2 * 0.8, 12);
    expect(valuesOf(rising, 'price.chip')[12]).toBeCloseTo(1.8 * 1.44, 12);
    expect(valuesOf(rising, 'capacity.online')[12]).toBe(100);
  });
});

describe('the value of an option', () => {
  it('is what surplus it adds over a run without it', () => {
    // The market asks 2 for what the new chip does at half the price: the option earns the difference on its power.
    const plan = planWith({ priceFactor: 0.5, rampMonths: 0 }, { newAvailable: 0 });
    const value = valuesOf(plan, 'options.more.value')[0] ?? NaN;
    expect(value).toBeGreaterThan(0);
    const bare = { ...plan, deals: plan.deals.map((deal) => ({ ...deal, options: [] })) };
    const surplus = (p: typeof plan, m: number) =>
      (valuesOf(p, 'compute.market-value')[m] ?? NaN) - (valuesOf(p, 'spend.billed')[m] ?? NaN);
    let days = 0;
    let sum = 0;
    for (const [m, length] of [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31].entries()) {
      days += length;
      sum += (surplus(plan, m) - surplus(bare, m)) / 1.15 ** (days / 365);
    }
    expect(value / sum).toBeCloseTo(1, 9);
  });

  it('is 0 for an option that is not exercised, and waiting then costs what the opening would have brought', () => {
    const never = planWith({ threshold: 50, priceFactor: 0.5 }, { newAvailable: 0 });
    expect(valuesOf(never, 'options.more.value')[0]).toBe(0);
    const always = planWith({ threshold: 0, priceFactor: 0.5 }, { newAvailable: 0 });
    expect(valuesOf(never, 'options.more.waiting-cost')[0]).toBeCloseTo(
      valuesOf(always, 'options.more.value')[0] ?? NaN,
      3,
    );
    expect(valuesOf(always, 'options.more.waiting-cost')[0]).toBe(0);
  });
});
