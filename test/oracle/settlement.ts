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
  readonly makeUpUsed: number;
}

/** Settles one period of a commitment; `bill` is the month's consumption, which make-up credit can at most pay off. */
export function settle(
  terms: SettlementTerms,
  month: number,
  eligible: number,
  bill: number,
  banks: Banks,
): Settlement {
  const { due, carryForwardLimit, carriesForward, givesMakeUp } = terms;
  const missing = Math.max(0, due - eligible);
  const excess = Math.max(0, eligible - due);

  const carried = Math.min(bankOf(banks.carryForward), carryForwardLimit * due, missing);
  const shortfall = missing - carried;
  const makeUpUsed = Math.min(bankOf(banks.makeUp), excess, bill);

  const makeUp = takeOldestFirst(banks.makeUp, makeUpUsed);
  const carryForward = takeOldestFirst(banks.carryForward, carried);
  const left = excess - makeUpUsed;
  if (shortfall > 0 && givesMakeUp) makeUp.push({ month, amount: shortfall });
  if (left > 0 && carriesForward && carryForwardLimit > 0) carryForward.push({ month, amount: left });
  return { shortfall, makeUpUsed, makeUp, carryForward };
}
