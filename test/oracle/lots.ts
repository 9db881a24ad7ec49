import { sumOf } from './at.ts';

/** An amount set aside at a settlement, used up oldest first. */
export interface Lot {
  readonly month: number;
  readonly amount: number;
}

/** What is left in a bank of lots. */
export function bankOf(lots: readonly Lot[]): number {
  return sumOf(lots, (lot) => lot.amount);
}

/** The lots that remain after taking an amount, oldest first. */
export function takeOldestFirst(lots: readonly Lot[], amount: number): Lot[] {
  let wanted = amount;
  const remaining: Lot[] = [];
  for (const lot of lots) {
    const taken = Math.min(lot.amount, wanted);
    wanted -= taken;
    if (lot.amount > taken) remaining.push({ month: lot.month, amount: lot.amount - taken });
  }
  return remaining;
}
