import { bankOf, type Lot, takeOldestFirst } from './lots.ts';

/** What a settlement asks for and allows. */
export interface SettlementTerms {
  readonly due: number;
  /** Largest share of what is due that earlier over-consumption may cover. */
  readonly carryForwardLimit: number;
  readonly carriesForward: boolean;
  readonly givesMakeUp: boolean;
}

/** Over-consumption and paid shortfalls that are still worth something. */
export interface Banks {
  readonly makeUp: readonly Lot[];
  readonly carryForward: readonly Lot[];
}

export interface Settlement extends Banks {
  readonly shortfall: number;
  /** Credit from earlier shortfalls that goes on account to pay bills with. */
  readonly redeemed: number;
}

/** Settles one period of a commitment. */
export function settle(terms: SettlementTerms, month: number, eligible: number, banks: Banks): Settlement {
  const { due, carryForwardLimit, carriesForward, givesMakeUp } = terms;
  const missing = Math.max(0, due - eligible);
  const excess = Math.max(0, eligible - due);

  const carried = Math.min(bankOf(banks.carryForward), carryForwardLimit * due, missing);
  const shortfall = missing - carried;
  const redeemed = Math.min(bankOf(banks.makeUp), excess);

  const makeUp = takeOldestFirst(banks.makeUp, redeemed);
  const carryForward = takeOldestFirst(banks.carryForward, carried);
  const left = excess - redeemed;
  if (shortfall > 0 && givesMakeUp) makeUp.push({ month, amount: shortfall });
  if (left > 0 && carriesForward && carryForwardLimit > 0) carryForward.push({ month, amount: left });
  return { shortfall, redeemed, makeUp, carryForward };
}
