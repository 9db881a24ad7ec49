import type { DealPlan } from '#shared/engine/plan/deal.ts';
import { at, quotient, sum, sumOf } from './at.ts';
import { bankOf } from './lots.ts';
import type { GenerationPrice } from './price-rule.ts';
import type { DealWork } from './records.ts';
import { type Additive, newSheet, putWithTotals, type Sheet } from './sheet.ts';
import { numberIn, type World } from './world.ts';

/** The measures of a month that are known before capital moves: model section 11 down to `price`, and options. */
export function earlyMeasures(
  world: World,
  deals: readonly DealWork[],
  prices: readonly GenerationPrice[],
  previous: ReadonlyMap<string, number> | undefined,
): Map<string, number> {
  const { plan } = world;
  const sheet = newSheet(previous);
  const keys = plan.deals.map(({ key }) => key);
  putWithTotals(
    sheet,
    keys,
    deals.map((deal) => additive(world, deal)),
  );

  plan.deals.forEach((deal, d) => {
    putRatios(world, sheet, `${deal.key}.`, [deal]);
    const work = at(deals, d);
    sheet.put(`${deal.key}.commitment.months-ahead`, work.commitment.monthsAhead);
    plan.generations.forEach((chip, g) => {
      sheet.put(`${deal.key}.price.${chip.key}`, at(work.prices, g));
    });
    deal.capacity.phases.forEach((phase, p) => {
      sheet.put(`${deal.key}.capacity.phase.${phase.key}`, at(work.capacity.phases, p));
    });
  });

  putRatios(world, sheet, '', plan.deals);
  const binding = deals.map(({ commitment }) => commitment).filter(({ amount }) => amount > 0);
  const weighted = sumOf(binding, ({ amount, monthsAhead }) => amount * monthsAhead);
  sheet.put(
    'commitment.months-ahead',
    quotient(
      weighted,
      sumOf(binding, ({ amount }) => amount),
    ),
  );
  plan.generations.forEach((chip, g) => {
    sheet.put(`price.${chip.key}`, at(prices, g).net);
  });
  return sheet.values;
}

function additive(world: World, work: DealWork): Additive {
  const { capacity, fleet, compute, spend, commitment, options } = work;
  const byGeneration = (id: string, values: readonly number[]) =>
    Object.fromEntries(world.plan.generations.map((chip, g) => [`${id}.${chip.key}`, at(values, g)]));
  return {
    flows: {
      'capacity.gw-years': capacity.gigawattYears,
      energy: capacity.energyMwh,
      'fleet.chip-hours': compute.chipHours,
      'compute.work': compute.work,
      'compute.market-value': compute.marketValue,
      'spend.consumption': spend.consumption,
      'spend.billed': commitment.billed,
      'commitment.committed': commitment.committed,
      'commitment.eligible': spend.eligible,
      'commitment.due': commitment.due,
      'commitment.shortfall': commitment.shortfall,
      ...byGeneration('fleet.installed', fleet.newChips),
    },
    stocks: {
      'capacity.contracted': capacity.contracted,
      'capacity.energised': capacity.energised,
      'capacity.unclipped': capacity.unclipped,
      'capacity.online': capacity.online,
      'capacity.clipped': capacity.clipped,
      'capacity.used': capacity.used,
      'capacity.it': capacity.onlineIt,
      'fleet.power': sum(fleet.power),
      'fleet.chips': sum(fleet.chips),
      'fleet.unfilled': fleet.unfilled,
      ...byGeneration('fleet.power', fleet.power),
      ...byGeneration('fleet.chips', fleet.chips),
      'compute.peak': compute.peak,
      'compute.effective': compute.effective,
      'compute.training': compute.training,
      'compute.inference': compute.inference,
      'compute.h100e': compute.h100e,
      'commitment.amount': commitment.amount,
      'commitment.make-up': bankOf(commitment.makeUpLots) + commitment.creditOnAccount,
      'commitment.carry-forward': bankOf(commitment.carryForwardLots),
      'commitment.remaining': commitment.remaining,
      ...Object.fromEntries(
        options.map((option) => [
          `options.${option.plan.key}.exercised`,
          option.exercisedIn === null ? 0 : 1,
        ]),
      ),
    },
  };
}

/** Ratios of one deal, or of several together: quotients of what has already been added up under the prefix. */
function putRatios(world: World, sheet: Sheet, prefix: string, deals: readonly DealPlan[]): void {
  const ratio = (id: string, of: string, by: string) => {
    sheet.put(prefix + id, quotient(sheet.read(prefix + of), sheet.read(prefix + by)));
  };
  for (const chip of world.plan.generations) {
    ratio(`fleet.share.${chip.key}`, `fleet.power.${chip.key}`, 'fleet.power');
  }
  ratio('spend.per-effective-flop', 'spend.billed', 'compute.work');
  ratio('spend.per-gw-year', 'spend.billed.cumulative', 'capacity.gw-years.cumulative');
  const committed = deals.some(({ commitment }) => commitment !== null)
    ? sheet.read(`${prefix}commitment.committed.cumulative`)
    : Number.NaN;
  const gigawattYears = sheet.read(`${prefix}capacity.gw-years.cumulative`);
  sheet.put(`${prefix}price.per-gw-year`, quotient(committed, gigawattYears));
  const chipHours = sheet.read(`${prefix}fleet.chip-hours.cumulative`);
  sheet.put(`${prefix}price.per-chip-hour`, quotient(committed, chipHours));
  sheet.put(`${prefix}price.per-gw-year-ceiling`, pricePerCeiling(world, deals));
}

/** What the commitment would pay for each GW-year if the whole ceiling were delivered for the whole term. */
function pricePerCeiling(world: World, deals: readonly DealPlan[]): number {
  let perYear = 0;
  let gigawatts = 0;
  for (const { commitment, capacity } of deals) {
    if (commitment === null || capacity.ceilingMw === null) continue;
    const years = Math.max(1, numberIn(world, commitment.termMonths)) / 12;
    perYear += numberIn(world, commitment.amount) / years;
    gigawatts += numberIn(world, capacity.ceilingMw) / 1000;
  }
  return quotient(perYear, gigawatts);
}
