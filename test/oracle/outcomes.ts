import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { at, sum, sumOf } from './at.ts';
import { internalRates } from './discounting.ts';
import type { DealMonth, MonthRecord, WorkMonth } from './records.ts';
import type { World } from './world.ts';

/** What can be said of a whole path only, one number each; the values of options need runs of their own. */
export function outcomesOf(world: World, months: readonly MonthRecord[]): Map<string, number> {
  const outcomes = new Map<string, number>();
  const write = (prefix: string, figures: Readonly<Record<string, number>>) => {
    for (const [id, value] of Object.entries(figures)) outcomes.set(prefix + id, value);
  };
  const { deals } = world.plan;
  const metMonths = deals.map((_, d) => firstMonth(months, ({ commitment }) => commitment.isMet, d) + 1);
  const days = months.map(({ calendar }) => calendar.endDay);
  const cashOf = (record: MonthRecord) => record.deals.map(({ provider }) => provider.cash);

  deals.forEach((deal, d) => {
    write(`${deal.key}.`, {
      'commitment.met-month': at(metMonths, d),
      ...providerOutcomes(
        months.map((record) => at(cashOf(record), d)),
        days,
      ),
      ...firstPayments(deal, months),
      ...exerciseMonths(deal, d, months),
    });
  });

  const binding = metMonths.filter((_, d) => (months[0]?.deals[d]?.commitment.amount ?? 0) > 0);
  write('', {
    'commitment.met-month': binding.length === 0 ? Number.NaN : Math.max(...binding),
    ...providerOutcomes(
      months.map((record) => sum(cashOf(record))),
      days,
    ),
  });
  const optionKeys = new Set(deals.flatMap(({ options }) => options.map(({ key }) => key)));
  for (const key of optionKeys) {
    const exercised = deals
      .map((deal) => outcomes.get(`${deal.key}.options.${key}.month`) ?? Number.NaN)
      .filter((month) => !Number.isNaN(month));
    outcomes.set(`options.${key}.month`, exercised.length === 0 ? Number.NaN : Math.min(...exercised));
  }
  return outcomes;
}

/** The first month in which something is so for a deal; NaN where it never is. */
function firstMonth(months: readonly MonthRecord[], isSo: (deal: DealMonth) => boolean, d: number): number {
  const month = months.findIndex((record) => isSo(at(record.deals, d)));
  return month < 0 ? Number.NaN : month;
}

function providerOutcomes(cash: readonly number[], days: readonly number[]): Record<string, number> {
  const rates = internalRates(cash.map((amount, m) => ({ day: at(days, m), amount })));
  return {
    'provider.irr': rates.length === 1 ? at(rates, 0) : Number.NaN,
    'provider.irr-count': rates.length,
    'provider.payback-month': paybackMonth(cash),
  };
}

/** The end of the first month in which all cash so far is no longer negative, having been so. */
export function paybackMonth(cash: readonly number[]): number {
  let total = 0;
  let hasBeenNegative = false;
  for (const [month, flow] of cash.entries()) {
    total += flow;
    if (hasBeenNegative && total >= 0) return month + 1;
    if (total < 0) hasBeenNegative = true;
  }
  return Number.NaN;
}

function firstPayments(deal: DealPlan, months: readonly MonthRecord[]): Record<string, number> {
  const first: Record<string, number> = {};
  for (const instrument of deal.capital.instruments) {
    const rounds = instrument.kind === 'facility' ? instrument.participations : [];
    for (const { key } of [instrument, ...rounds]) {
      const paid = ({ late }: MonthRecord) => late.get(`${deal.key}.capital.paid.${key}`) ?? 0;
      const month = months.findIndex((record) => paid(record) > 0);
      first[`capital.month.${key}`] = month < 0 ? Number.NaN : month;
    }
  }
  return first;
}

function exerciseMonths(deal: DealPlan, d: number, months: readonly MonthRecord[]): Record<string, number> {
  const entries = deal.options.map((option, i) => {
    const month = firstMonth(months, ({ options }) => at(options, i).exercisedIn !== null, d);
    return [`options.${option.key}.month`, month];
  });
  return Object.fromEntries(entries);
}

/** What the customer gains over the market, discounted at its own rate from the end of each month. */
export function surplusFlows(months: readonly WorkMonth[]): { day: number; amount: number }[] {
  return months.map(({ calendar, deals }) => ({
    day: calendar.endDay,
    amount: sumOf(deals, ({ compute, commitment }) => compute.marketValue - commitment.billed),
  }));
}
