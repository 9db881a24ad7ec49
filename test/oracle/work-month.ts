import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { at, sumOf } from './at.ts';
import { calendarMonth } from './calendar.ts';
import { capacityMonth } from './capacity-rule.ts';
import { commitmentMonth } from './commitment-rule.ts';
import { computeMonth } from './compute-rule.ts';
import { fleetMonth } from './fleet-rule.ts';
import { optionsOfMonth } from './options-rule.ts';
import { dealPrice, type GenerationPrice, generationPrice } from './price-rule.ts';
import type { DealWork, WorkMonth } from './records.ts';
import { spendMonth } from './spend-rule.ts';
import type { World } from './world.ts';

/** Every month of one draw without its capital, on which no power, price or bill depends. */
export function projectWork(world: World): WorkMonth[] {
  const months: WorkMonth[] = [];
  while (months.length < world.plan.months) months.push(nextWork(world, months));
  return months;
}

/** The next month before capital moves. */
export function nextWork(world: World, past: readonly WorkMonth[]): WorkMonth {
  const { plan } = world;
  const month = past.length;
  const calendar = calendarMonth(plan.start, month);
  const prices = plan.generations.map((chip, g) =>
    generationPrice(world, chip, month, installedBefore(past, g)),
  );
  const deals = plan.deals.map((deal, d) => dealWork(world, deal, d, calendar.hours, prices, past));
  return { month, calendar, prices, deals };
}

/** Chips of a generation installed in all deals since the start. */
function installedBefore(past: readonly WorkMonth[], generation: number): number {
  return sumOf(past, ({ deals }) => sumOf(deals, ({ fleet }) => at(fleet.newChips, generation)));
}

/** What happens under one deal before capital moves. */
function dealWork(
  world: World,
  deal: DealPlan,
  d: number,
  hours: number,
  prices: readonly GenerationPrice[],
  past: readonly WorkMonth[],
): DealWork {
  const month = past.length;
  const own = past.map((record) => at(record.deals, d));
  const previous = own[month - 1];
  const options = optionsOfMonth(world, deal, month, prices, previous?.options ?? []);
  const capacity = capacityMonth(world, deal, month, hours, options, previous?.capacity);
  const dealPrices = prices.map(({ net }, g) => dealPrice(world, deal, g, net, options));
  const fleet = fleetMonth(
    world,
    deal,
    month,
    capacity,
    prices,
    options,
    own.map((record) => record.fleet),
  );
  const spend = spendMonth(world, deal, hours, fleet, dealPrices);
  return {
    options,
    capacity,
    prices: dealPrices,
    fleet,
    compute: computeMonth(world, deal, month, hours, fleet, prices),
    spend,
    commitment: commitmentMonth(world, deal.commitment, month, spend, previous?.commitment),
  };
}
