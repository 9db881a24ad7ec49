import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { at, sum, sumOf } from './at.ts';
import { type BillMonth, billMonth } from './bill-rule.ts';
import { calendarMonth } from './calendar.ts';
import { capacityMonth } from './capacity-rule.ts';
import { instrumentMonth } from './capital-rule.ts';
import { commitmentMonth } from './commitment-rule.ts';
import { computeMonth } from './compute-rule.ts';
import { type CustomerFlows, customerFlows, customerMonth, openingCash } from './customer-rule.ts';
import { earlyMeasures } from './early-measures.ts';
import { drawFacility } from './facility-rule.ts';
import { fleetMonth } from './fleet-rule.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { lateMeasures } from './late-measures.ts';
import { customerLedger, dealLedger } from './ledger-rule.ts';
import { conditionHolds } from './milestone-lookup.ts';
import { optionsOfMonth } from './options-rule.ts';
import { dealPrice, type GenerationPrice, generationPrice } from './price-rule.ts';
import { providerMonth } from './provider-rule.ts';
import type { DealMonth, DealWork, MonthRecord } from './records.ts';
import { spendMonth } from './spend-rule.ts';
import type { World } from './world.ts';

/** Every month of one draw, each from those before it. */
export function projectMonths(world: World): MonthRecord[] {
  const months: MonthRecord[] = [];
  while (months.length < world.plan.months) months.push(nextMonth(world, months));
  return months;
}

function nextMonth(world: World, past: readonly MonthRecord[]): MonthRecord {
  const { plan } = world;
  const month = past.length;
  const calendar = calendarMonth(plan.start, month);
  const prices = plan.generations.map((chip, g) =>
    generationPrice(world, chip, month, installedBefore(past, g)),
  );
  const works = plan.deals.map((deal, d) => dealWork(world, deal, d, calendar.hours, prices, past));
  const early = earlyMeasures(world, works, prices, past[month - 1]?.early);

  const flows = customerFlows(world, month);
  const instruments = moveCapital(world, works, flows, early, past);
  const deals = plan.deals.map((deal, d): DealMonth => {
    const work = at(works, d);
    const own = at(instruments, d);
    const bill = payBill(work, own, past[month - 1]?.deals[d]?.bill);
    const provider = providerMonth(world, deal, month, work.capacity, work.commitment, own, bill);
    return { ...work, instruments: own, bill, provider };
  });
  const customer = customerMonth(
    world,
    flows,
    sumOf(instruments, cashPaid),
    sumOf(deals, ({ bill }) => bill.cashBilled),
    past.map((record) => record.customer),
  );
  return {
    month,
    calendar,
    prices,
    deals,
    customer,
    ledger: [
      ...plan.deals.flatMap((deal, d) => dealLedger(plan, deal, at(deals, d))),
      ...customerLedger(plan, flows),
    ],
    early,
    late: lateMeasures(world, deals, customer, early, calendar.endDay, past),
  };
}

/** Chips of a generation installed in all deals since the start. */
function installedBefore(past: readonly MonthRecord[], generation: number): number {
  return sumOf(past, ({ deals }) => sumOf(deals, ({ fleet }) => at(fleet.newChips, generation)));
}

/** What happens under one deal before capital moves. */
function dealWork(
  world: World,
  deal: DealPlan,
  d: number,
  hours: number,
  prices: readonly GenerationPrice[],
  past: readonly MonthRecord[],
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

/** First everything that comes by date or by merit, in all deals; then the draws, in order, each knowing those before. */
function moveCapital(
  world: World,
  works: readonly DealWork[],
  flows: CustomerFlows,
  early: ReadonlyMap<string, number>,
  past: readonly MonthRecord[],
): InstrumentMonth[][] {
  const month = past.length;
  const before = past[month - 1];
  const moved = world.plan.deals.map((deal, d) =>
    deal.capital.instruments.map((plan, i) => {
      const view = {
        month,
        delivered: at(works, d).capacity.online,
        holds: conditionHolds(world, early, past),
      };
      return instrumentMonth(world, plan, view, before?.deals[d]?.instruments[i]);
    }),
  );
  const cashNow = () => {
    const bills = works.map((work, d) => payBill(work, at(moved, d), before?.deals[d]?.bill));
    const opening = before?.customer.cash ?? openingCash(world);
    const earned = flows.revenue - flows.otherCosts;
    return opening + earned + sumOf(moved, cashPaid) - sumOf(bills, ({ cashBilled }) => cashBilled);
  };
  for (const instruments of moved) {
    instruments.forEach((open, i) => {
      if (open.plan.kind === 'facility') {
        instruments[i] = drawFacility(world, open.plan, month, cashNow(), open);
      }
    });
  }
  return moved;
}

function payBill(
  work: DealWork,
  instruments: readonly InstrumentMonth[],
  before: BillMonth | undefined,
): BillMonth {
  const granted = sumOf(instruments, ({ plan, paid }) => (plan.form === 'credits' ? paid : 0));
  return billMonth(work.commitment.billed, granted, before?.creditBalance ?? 0);
}

function cashPaid(instruments: readonly InstrumentMonth[]): number {
  return sum(instruments.map(({ plan, paid }) => (plan.form === 'cash' ? paid : 0)));
}
