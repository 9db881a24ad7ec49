import type { Lanes } from '../block/block.ts';

/** Prices accelerators with the discount of a deal. */
export function takeDiscount(price: Lanes, full: Lanes, discount: Lanes): void {
  for (let l = 0; l < price.length; l += 1) price[l] = full[l] * (1 - discount[l]);
}

/** Takes a discount, down to a floor. */
export function discountToFloor(price: Lanes, base: Lanes, discount: Lanes, floor: Lanes): void {
  for (let l = 0; l < price.length; l += 1) {
    const net = base[l] * (1 - discount[l]);
    price[l] = net > floor[l] ? net : floor[l];
  }
}

/** Turns the cost of an hour at both ends of a month into all consumption and into what of it is eligible. */
export function priceMonth(
  total: Lanes,
  eligible: Lanes,
  totalFactor: Lanes,
  eligibleFactor: Lanes,
  halfHours: number,
): void {
  for (let l = 0; l < total.length; l += 1) {
    const accelerators = total[l] * halfHours;
    total[l] = accelerators * totalFactor[l];
    eligible[l] = accelerators * eligibleFactor[l];
  }
}

/** Adds up a bill: consumption, what take-or-pay adds, less what credit pays. */
export function sumBill(bill: Lanes, total: Lanes, shortfall: Lanes, used: Lanes): void {
  for (let l = 0; l < bill.length; l += 1) bill[l] = total[l] + shortfall[l] - used[l];
}

/** Works out a provider's cash before what it pays into the customer: margin on the bill, less credits, less building. */
export function sumProviderCash(net: Lanes, margin: Lanes, bill: Lanes, used: Lanes, capex: Lanes): void {
  for (let l = 0; l < net.length; l += 1) net[l] = margin[l] * bill[l] - used[l] - capex[l];
}

/** Writes the share of a bill that payments cover, at most 1; no answer while nothing is billed. */
export function coverBill(share: Lanes, paid: Lanes, billed: Lanes): void {
  for (let l = 0; l < share.length; l += 1) {
    share[l] = billed[l] > 0 ? Math.min(1, paid[l] / billed[l]) : Number.NaN;
  }
}

/** Pays an amount in its month. */
export function payInMonth(paid: Lanes, amount: Lanes, due: Lanes, month: number): void {
  for (let l = 0; l < paid.length; l += 1) paid[l] = due[l] === month ? amount[l] : 0;
}

/** Divides; no answer where the denominator is zero. */
export function divide(quotient: Lanes, numerator: Lanes, denominator: Lanes): void {
  for (let l = 0; l < quotient.length; l += 1) {
    quotient[l] = denominator[l] === 0 ? Number.NaN : numerator[l] / denominator[l];
  }
}

/** Divides every lane by one number. */
export function divideBy(amount: Lanes, parts: number): void {
  for (let l = 0; l < amount.length; l += 1) amount[l] /= parts;
}

/** Adds the cost of chips at a price of their own at both ends of a month. */
export function addSpecial(total: Lanes, before: Lanes, power: Lanes, chips: Lanes, price: Lanes): void {
  for (let l = 0; l < total.length; l += 1) total[l] += (before[l] + power[l]) * chips[l] * price[l];
}

/** Lifts a price to its floor. */
export function liftToFloor(price: Lanes, base: Lanes, floor: Lanes): void {
  for (let l = 0; l < price.length; l += 1) price[l] = base[l] > floor[l] ? base[l] : floor[l];
}

/** Lowers a price to another that is lower. */
export function lowerTo(price: Lanes, limit: Lanes): void {
  for (let l = 0; l < price.length; l += 1) price[l] = Math.min(price[l], limit[l]);
}
