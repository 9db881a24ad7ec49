import type { Lanes } from '../block/block.ts';

/** Moves the odds of a logistic take-over on by a month and writes its share; they begin, and turn, at given odds. */
export function advanceLogistic(
  share: Lanes,
  odds: Lanes,
  perMonth: Lanes,
  firstMonth: Lanes,
  firstOdds: Lanes,
  middleMonth: Lanes,
  middleOdds: Lanes,
  month: number,
): void {
  for (let l = 0; l < share.length; l += 1) {
    if (month < firstMonth[l]) continue;
    let now = odds[l] * perMonth[l];
    if (month === firstMonth[l]) now = firstOdds[l];
    if (month === middleMonth[l]) now = middleOdds[l];
    odds[l] = now;
    share[l] = 1 / (1 + now);
  }
}

/** The same in a month in which no lane begins or turns, and all have begun. */
export function moveLogistic(share: Lanes, odds: Lanes, perMonth: Lanes): void {
  for (let l = 0; l < share.length; l += 1) {
    const now = odds[l] * perMonth[l];
    odds[l] = now;
    share[l] = 1 / (1 + now);
  }
}

/** Splits what has reached a generation between it and the next, which must be available from a month on. */
export function handOver(older: Lanes, newer: Lanes, taken: Lanes, from: Lanes, month: number): void {
  for (let l = 0; l < older.length; l += 1) {
    const reached = older[l];
    const share = month >= from[l] ? taken[l] : 0;
    newer[l] = reached * share;
    older[l] = reached * (1 - share);
  }
}

/** Takes over the stated share of a generation where it can be had, and adds it to the total. */
export function takeAvailable(share: Lanes, total: Lanes, stated: Lanes, from: Lanes, month: number): void {
  for (let l = 0; l < share.length; l += 1) {
    const taken = month >= from[l] ? stated[l] : 0;
    share[l] = taken;
    total[l] += taken;
  }
}

/** Turns totals of shares into what makes their sum 1, and says where there is a share at all. */
export function invertTotal(total: Lanes, canFill: Lanes): void {
  for (let l = 0; l < total.length; l += 1) {
    const isAny = total[l] > 0;
    canFill[l] = isAny ? 1 : 0;
    total[l] = isAny ? 1 / total[l] : 1;
  }
}

/** Installs a share of new power in a month, which begins at `offset` of the vintages, and keeps what ran before. */
export function install(
  power: Lanes,
  before: Lanes,
  added: Lanes,
  share: Lanes,
  installed: Lanes,
  offset: number,
): void {
  for (let l = 0; l < power.length; l += 1) {
    const last = power[l];
    const more = added[l] * share[l];
    before[l] = last;
    installed[offset + l] += more;
    power[l] = last + more;
  }
}

/** The same where chips reach the end of their life in the month. */
export function replace(
  power: Lanes,
  before: Lanes,
  retired: Lanes,
  added: Lanes,
  share: Lanes,
  installed: Lanes,
  offset: number,
): void {
  for (let l = 0; l < power.length; l += 1) {
    const last = power[l];
    const left = last - retired[l];
    const more = added[l] * share[l];
    before[l] = last;
    installed[offset + l] += more;
    power[l] = (left > rounding * retired[l] ? left : 0) + more;
  }
}

/** Installs power that is all of one generation. */
export function installAll(power: Lanes, added: Lanes, installed: Lanes, offset: number): void {
  for (let l = 0; l < power.length; l += 1) {
    installed[offset + l] += added[l];
    power[l] += added[l];
  }
}

/** Writes what waits because nothing can be had. */
export function leaveUnfilled(unfilled: Lanes, power: Lanes, canFill: Lanes): void {
  for (let l = 0; l < unfilled.length; l += 1) unfilled[l] = canFill[l] === 0 ? power[l] : 0;
}

/** Reads a vintage from a place in a series. */
export function recall(into: Lanes, series: Lanes, offset: number): void {
  for (let l = 0; l < into.length; l += 1) into[l] = series[offset + l];
}

/** Share of what retires below which the rest is rounding: the last vintage of a generation leaves nothing behind. */
const rounding = 1e-12;
