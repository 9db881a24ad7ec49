import { at, sum, sumOf } from './at.ts';
import { type BillMonth, billMonth } from './bill-rule.ts';
import { instrumentMonth } from './capital-rule.ts';
import { type CustomerFlows, customerFlows, customerMonth, openingCash } from './customer-rule.ts';
import { earlyMeasures } from './early-measures.ts';
import { drawFacility } from './facility-rule.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { lateMeasures } from './late-measures.ts';
import { customerLedger, dealLedger } from './ledger-rule.ts';
import { conditionHolds } from './milestone-lookup.ts';
import { providerMonth } from './provider-rule.ts';
import type { DealMonth, DealWork, MonthRecord } from './records.ts';
import { nextWork } from './work-month.ts';
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
  const { calendar, prices, deals: works } = nextWork(world, past);
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
