import type { Block, Lanes } from '../../block/block.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { chipsPerMegawatt } from '../fleet/chips-per-megawatt.ts';
import { fleet } from '../fleet/fleet.ts';
import { dealPrices } from '../price/deal-price.ts';

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
  const { lanes } = block;
  const { hours } = block.calendar;
  const { services, isReserved } = deal.consumption;
  const prices = block.use(dealPrices, deal);
  const members = block.use(fleet, deal).members.map(({ power, before, generation }, g) => ({
    power,
    before,
    price: prices[g],
    chips: block.use(chipsPerMegawatt, generation),
  }));
  const eligible = block.input(deal.consumption.eligible);
  const usage = block.input(deal.capacity.usage);
  const shares = services.map((service) => block.input(service.share));
  const eligibleOfShares = services.map((service) => block.input(service.eligible));
  const totalFactor = block.cell();
  const eligibleFactor = block.cell();
  const cells = { total: block.cell(), eligible: block.cell() };
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      let all = 1;
      let counted = eligible[l];
      for (let i = 0; i < shares.length; i += 1) {
        all += shares[i][l];
        counted += shares[i][l] * eligibleOfShares[i][l];
      }
      const billed = isReserved ? 1 : usage[l];
      totalFactor[l] = (all * billed) / 2;
      eligibleFactor[l] = (counted * billed) / 2;
    }
  });
  block.onMonth((m) => {
    const { total, eligible: counted } = cells;
    const hoursOfMonth = hours[m];
    total.fill(0);
    for (const { power, before, price, chips } of members) {
      for (let l = 0; l < lanes; l += 1) total[l] += (before[l] + power[l]) * chips[l] * price[l];
    }
    for (let l = 0; l < lanes; l += 1) {
      const perFactor = total[l] * hoursOfMonth;
      total[l] = perFactor * totalFactor[l];
      counted[l] = perFactor * eligibleFactor[l];
    }
  });
  return cells;
}
