import type { InstrumentPlan } from '#shared/engine/plan/capital.ts';
import { sumOf } from './at.ts';

/** One instrument in one month. Amounts are USD; what is not said of its kind is 0. */
export interface InstrumentMonth {
  readonly plan: InstrumentPlan;
  /** Given before the scenario starts. */
  readonly paidBeforeStart: number;
  /** The most it can bring from the start on. */
  readonly mostToCome: number;
  /** Given this month, in cash or credits. */
  readonly paid: number;
  /** A tranche that can pay no more. */
  readonly isSpent: boolean;
  /** Rounds a facility's investor joins, each with what it pays this month. */
  readonly rounds: readonly { readonly key: string; readonly amount: number }[];
  /** A facility: what has been drawn, taken up by participations, unlocked by delivery, and can still be drawn. */
  readonly drawn: number;
  readonly participated: number;
  readonly unlocked: number;
  readonly available: number;
  readonly capLeft: number;
  readonly isExpired: boolean;
  /** Warrants that have vested, at their value over the strike. */
  readonly vestedShares: number;
  readonly warrantValue: number;
  /** Value of the shares that vested this month. */
  readonly newWarrantValue: number;
}

/** An instrument before the first month, when nothing has happened yet. */
export function untouched(plan: InstrumentPlan): InstrumentMonth {
  return {
    plan,
    paidBeforeStart: 0,
    mostToCome: 0,
    paid: 0,
    isSpent: false,
    rounds: [],
    drawn: 0,
    participated: 0,
    unlocked: 0,
    available: 0,
    capLeft: 0,
    isExpired: false,
    vestedShares: 0,
    warrantValue: 0,
    newWarrantValue: 0,
  };
}

/** What an instrument itself pays in a month: a facility its draw, without the rounds its investor joins instead. */
export function ownPayment({ paid, rounds }: InstrumentMonth): number {
  return paid - sumOf(rounds, ({ amount }) => amount);
}
