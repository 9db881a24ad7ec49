import type { Block, Lanes } from '../../block/block.ts';
import { addSumProduct, beginSumProduct, clear } from '../../loops/elementwise.ts';
import { addSpecial, priceMonth, takeDiscount } from '../../loops/money.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipsPerMegawatt } from '../fleet/chips-per-megawatt.ts';
import { fleet } from '../fleet/fleet.ts';
import { fleetGenerations } from '../fleet/mix-generations.ts';
import { dealPrices } from '../price/deal-price.ts';
import { megawattHourPrice } from '../price/megawatt-hour-price.ts';

/** What a deal's customer uses in a month, at the deal's prices, USD. */
export interface Consumption {
  /** Accelerators and other services. */
  readonly total: Lanes;
  /** What of it counts towards the commitment. */
  readonly eligible: Lanes;
}

/**
 * Prices what is used.
 *
 * Formula: accelerators `= Σ_g (chips_g(m−1) + chips_g(m))/2 · hours · billed · price_g`, billed 1 for reserved capacity
 * and the usage for on-demand; each service is a share on top of accelerators. Eligible: the eligible share of
 * accelerators plus, for each service, its share times its own eligible share. Unit: USD in the month.
 */
export function consumption(block: Block, deal: DealPlan): Consumption {
  const { hours } = block.calendar;
  const { members } = block.use(fleet, deal);
  const locked = lockedPrices(block, deal);
  const discount = block.input(deal.consumption.discount);
  const { totalFactor, eligibleFactor } = factors(block, deal);
  const cells = { total: block.cell(), eligible: block.cell() };
  const standard = members
    .filter(({ index }) => !locked.has(index))
    .map(({ power, before, generation }, place) => {
      const price = block.use(megawattHourPrice, generation);
      return block.loop(place === 0 ? beginSumProduct : addSumProduct, cells.total, before, power, price);
    });
  const special = members.flatMap(({ index, power, before, generation }) => {
    const price = locked.get(index);
    return price === undefined
      ? []
      : [block.loop(addSpecial, cells.total, before, power, block.use(chipsPerMegawatt, generation), price)];
  });
  const steps = [
    ...(standard.length === 0 ? [block.loop(clear, cells.total)] : standard),
    block.loop(takeDiscount, cells.total, cells.total, discount),
    ...special,
  ];
  const price = block.loop(priceMonth, cells.total, cells.eligible, totalFactor, eligibleFactor);
  block.onMonth((m) => {
    for (const step of steps) step();
    price(hours[m] / 2);
  });
  return cells;
}

/** Prices of the generations on which the deal has an option: its terms may lower them, USD per chip-hour. */
function lockedPrices(block: Block, deal: DealPlan): ReadonlyMap<number, Lanes> {
  if (deal.options.length === 0) return new Map();
  const prices = block.use(dealPrices, deal);
  const generations = fleetGenerations(deal);
  return new Map(deal.options.map(({ generation }) => [generation, prices[generations.indexOf(generation)]]));
}

/** What turns accelerator cost at full use into all consumption and into its eligible part; constant over a run. */
function factors(block: Block, deal: DealPlan): { totalFactor: Lanes; eligibleFactor: Lanes } {
  const { lanes } = block;
  const { services, isReserved } = deal.consumption;
  const usage = block.input(deal.capacity.usage);
  const eligible = block.input(deal.consumption.eligible);
  const shares = services.map((service) => block.input(service.share));
  const eligibleOfShares = services.map((service) => block.input(service.eligible));
  const totalFactor = block.cell();
  const eligibleFactor = block.cell();
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      let all = 1;
      let counted = eligible[l];
      for (let i = 0; i < shares.length; i += 1) {
        all += shares[i][l];
        counted += shares[i][l] * eligibleOfShares[i][l];
      }
      const billed = isReserved ? 1 : usage[l];
      totalFactor[l] = all * billed;
      eligibleFactor[l] = counted * billed;
    }
  });
  return { totalFactor, eligibleFactor };
}
