import { at, quotient, sum, sumOf } from './at.ts';
import type { CustomerMonth } from './customer-rule.ts';
import { presentValue } from './discounting.ts';
import { type InstrumentMonth, ownPayment } from './instrument-month.ts';
import type { DealMonth, MonthRecord } from './records.ts';
import { type Additive, newSheet, putWithTotals, type Sheet } from './sheet.ts';
import { numberIn, type World } from './world.ts';

/** The measures of a month that follow from capital: capital, circularity, provider, customer, dependence. */
export function lateMeasures(
  world: World,
  deals: readonly DealMonth[],
  customer: CustomerMonth,
  early: ReadonlyMap<string, number>,
  endDay: number,
  past: readonly MonthRecord[],
): Map<string, number> {
  const { plan } = world;
  const sheet = newSheet(past[past.length - 1]?.late);
  const keys = plan.deals.map(({ key }) => key);
  putWithTotals(
    sheet,
    keys,
    deals.map((deal, d) => additive(world, d, deal, endDay, past)),
  );

  plan.deals.forEach((deal, d) => {
    const month = at(deals, d);
    for (const instrument of month.instruments) {
      const given = ownPayment(instrument) + instrument.newWarrantValue;
      sheet.flow(`${deal.key}.capital.paid.${instrument.plan.key}`, given);
      if (instrument.plan.kind === 'facility') {
        sheet.put(`${deal.key}.facility.drawn.${instrument.plan.key}`, instrument.drawn);
      }
      for (const { key, amount } of instrument.rounds) {
        sheet.flow(`${deal.key}.capital.paid.${key}`, amount);
      }
    }
    const { revenuePerYear } = month.provider;
    sheet.flow(`${deal.key}.provider.total-revenue`, revenuePerYear / 12);
    sheet.put(
      `${deal.key}.dependence.provider-revenue-share`,
      quotient(month.commitment.billed * 12, revenuePerYear),
    );
    putCircularity(sheet, early, `${deal.key}.`, [month]);
    sheet.put(`${deal.key}.dependence.own-silicon`, ownSilicon(world, [month]));
  });

  putCircularity(sheet, early, '', deals);
  sheet.put('dependence.own-silicon', ownSilicon(world, deals));
  putDependence(world, sheet, deals);
  sheet.flow('customer.revenue', customer.revenue);
  sheet.flow('customer.other-costs', customer.otherCosts);
  sheet.put('customer.cash', customer.cash);
  sheet.put('customer.runway', customer.runway);
  return sheet.values;
}

function additive(
  world: World,
  d: number,
  deal: DealMonth,
  endDay: number,
  past: readonly MonthRecord[],
): Additive {
  const { instruments, bill, provider, commitment, fleet } = deal;
  const rate = numberIn(world, at(world.plan.deals, d).economics.discountRate);
  const flows = [
    ...past.map((record) => ({ day: record.calendar.endDay, amount: at(record.deals, d).provider.cash })),
    { day: endDay, amount: provider.cash },
  ];
  const npv = presentValue(rate, flows);
  const stakeToday = presentValue(rate, [{ day: endDay, amount: provider.stakeValue }]);

  const paidNow = sumOf(instruments, ({ paid }) => paid);
  const drawn = sumOf(instruments, (instrument) => instrument.drawn);
  const paidIn =
    sumOf(instruments, ({ paidBeforeStart }) => paidBeforeStart) +
    sumOf(past, (record) => sumOf(at(record.deals, d).instruments, paidWithoutDraw)) +
    sumOf(instruments, paidWithoutDraw);
  const porting = sumOf(
    world.plan.generations,
    (chip, g) => at(fleet.chips, g) * numberIn(world, chip.portingCostPerChip),
  );
  return {
    flows: {
      'capital.paid': paidNow,
      'spend.cash': bill.cashBilled,
      'spend.credits-used': bill.creditsUsed,
      'provider.cash': provider.cash,
    },
    stocks: {
      'capital.cumulative': paidIn + drawn,
      'capital.paid-in': paidIn,
      'capital.drawn': drawn,
      'capital.available': sumOf(instruments, ({ available }) => available),
      'capital.warrants': sumOf(instruments, ({ warrantValue }) => warrantValue),
      'capital.credits': bill.creditBalance,
      'facility.cap-left': sumOf(instruments, ({ capLeft }) => capLeft),
      'facility.participated': sumOf(instruments, ({ participated }) => participated),
      'facility.expired': instruments.filter(({ isExpired }) => isExpired).length,
      'provider.npv': npv,
      'provider.stake-value': provider.stakeValue,
      'provider.npv-with-stake': npv + stakeToday,
      'dependence.liability': commitment.liability,
      'dependence.switching-cost': commitment.liability + porting,
    },
  };
}

/** What an instrument gives in a month other than a draw. */
function paidWithoutDraw({ plan, paid, rounds }: InstrumentMonth): number {
  return plan.kind === 'facility' ? sumOf(rounds, ({ amount }) => amount) : paid;
}

/** Who funds whom, for one deal or for several together. */
function putCircularity(
  sheet: Sheet,
  early: ReadonlyMap<string, number>,
  prefix: string,
  deals: readonly DealMonth[],
): void {
  const amount = early.get(`${prefix}commitment.amount`) ?? Number.NaN;
  const committed = deals.some(({ commitment }) => commitment.isStated) ? amount : Number.NaN;
  const billed = early.get(`${prefix}spend.billed.cumulative`) ?? Number.NaN;
  const paid = sheet.read(`${prefix}capital.paid.cumulative`);
  const ceiling = sumOf(deals, ({ instruments }) => sumOf(instruments, ({ mostToCome }) => mostToCome));
  sheet.put(`${prefix}capital.ceiling`, ceiling);
  sheet.put(`${prefix}circularity.ratio`, quotient(committed, paid));
  sheet.put(`${prefix}circularity.ratio-all`, quotient(committed, sheet.read(`${prefix}capital.cumulative`)));
  sheet.put(`${prefix}circularity.ratio-ceiling`, quotient(committed, ceiling));
  sheet.put(`${prefix}circularity.recycled-share`, Math.min(1, quotient(paid, billed)));
  sheet.put(`${prefix}circularity.net`, paid - billed);
}

function ownSilicon(world: World, deals: readonly DealMonth[]): number {
  const own = sumOf(deals, ({ fleet }) =>
    sumOf(world.plan.generations, (chip, g) => (chip.isOwnSilicon ? at(fleet.power, g) : 0)),
  );
  return quotient(
    own,
    sumOf(deals, ({ fleet }) => sum(fleet.power)),
  );
}

/** Model section 7: concentration of compute and of spend, by provider. */
function putDependence(world: World, sheet: Sheet, deals: readonly DealMonth[]): void {
  const { plan } = world;
  const power = deals.map(({ capacity }) => capacity.onlineIt);
  const billed = deals.map(({ commitment }) => commitment.billed);
  plan.deals.forEach((deal, d) => {
    sheet.put(`dependence.share.${deal.key}`, quotient(at(power, d), sum(power)));
    sheet.put(`dependence.spend-share.${deal.key}`, quotient(at(billed, d), sum(billed)));
  });
  const byProvider = (figures: readonly number[]) =>
    plan.parties.map((_, party) =>
      sumOf(plan.deals, (deal, d) => (deal.provider === party ? at(figures, d) : 0)),
    );
  const concentration = (figures: readonly number[]) =>
    sumOf(byProvider(figures), (figure) => quotient(figure, sum(figures)) ** 2);
  sheet.put('dependence.hhi', concentration(power));
  sheet.put('dependence.spend-hhi', concentration(billed));
  sheet.put('dependence.escape', sum(power) - Math.max(...byProvider(power)));
}
