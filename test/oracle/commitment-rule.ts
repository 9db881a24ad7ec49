import type { CommitmentPlan } from '#shared/engine/plan/deal.ts';
import { committedFraction, inverseFraction, type Term } from './commitment-ramp.ts';
import type { Lot } from './lots.ts';
import { settle } from './settlement.ts';
import type { SpendMonth } from './spend-rule.ts';
import { numberIn, type World } from './world.ts';

/** Where a deal stands against its commitment at the end of a month. */
export interface CommitmentMonth {
  /** False where the deal has no commitment at all; then there is nothing to set against capital or power. */
  readonly isStated: boolean;
  readonly amount: number;
  /** Committed before the scenario starts, and up to the end of this month. */
  readonly committedBeforeStart: number;
  readonly committedSoFar: number;
  readonly committed: number;
  /** Eligible consumption counted towards the commitment since it began. */
  readonly eligibleSoFar: number;
  /** Since the last settlement. */
  readonly periodCommitted: number;
  readonly periodEligible: number;
  readonly due: number;
  readonly shortfall: number;
  /** Redeemed make-up credit that has not yet paid a bill. */
  readonly creditOnAccount: number;
  readonly makeUpLots: readonly Lot[];
  readonly carryForwardLots: readonly Lot[];
  readonly billed: number;
  readonly remaining: number;
  readonly monthsAhead: number;
  readonly isMet: boolean;
  readonly liability: number;
}

/** Model section 5. */
export function commitmentMonth(
  world: World,
  plan: CommitmentPlan | null,
  month: number,
  spend: SpendMonth,
  previous: CommitmentMonth | undefined,
): CommitmentMonth {
  if (plan === null) return noCommitment(spend);
  const amount = numberIn(world, plan.amount);
  const takeOrPay = numberIn(world, plan.takeOrPay);
  const term: Term = {
    begins: Math.floor(numberIn(world, plan.begins)),
    months: Math.max(1, numberIn(world, plan.termMonths)),
  };
  const progress = (m: number) => (m + 1 - term.begins) / term.months;
  const fraction = (x: number) => committedFraction(world, plan.ramp, term, x);

  const committedBeforeStart = amount * fraction(progress(-1));
  const committedSoFar = amount * fraction(progress(month));
  const committed = committedSoFar - (previous?.committedSoFar ?? committedBeforeStart);
  const eligible = month >= term.begins ? spend.eligible : 0;
  const eligibleSoFar = (previous?.eligibleSoFar ?? 0) + eligible;

  const period = {
    committed: (previous?.periodCommitted ?? 0) + committed,
    eligible: (previous?.periodEligible ?? 0) + (month <= lastMonthOfTerm(term) ? eligible : 0),
  };
  const lots = {
    makeUp: (previous?.makeUpLots ?? []).filter(
      (lot) => month - lot.month <= numberIn(world, plan.makeUpMonths),
    ),
    carryForward: (previous?.carryForwardLots ?? []).filter(
      (lot) => month - lot.month <= numberIn(world, plan.carryForwardMonths),
    ),
  };
  const isSettled = isSettlementMonth(plan, term, month);
  const settlement = isSettled
    ? settle(
        {
          due: takeOrPay * period.committed,
          carryForwardLimit: numberIn(world, plan.carryForwardLimit),
          carriesForward: numberIn(world, plan.carryForwardMonths) > 0,
          givesMakeUp: numberIn(world, plan.makeUpMonths) > 0,
        },
        month,
        period.eligible,
        lots,
      )
    : { shortfall: 0, redeemed: 0, ...lots };
  const onAccount = (previous?.creditOnAccount ?? 0) + settlement.redeemed;
  const makeUpUsed = Math.min(onAccount, spend.consumption);

  const periodCommitted = isSettled ? 0 : period.committed;
  const periodEligible = isSettled ? 0 : period.eligible;
  const towardsCommitment = committedBeforeStart + eligibleSoFar;
  const owed = takeOrPay * (amount - committedSoFar) + takeOrPay * periodCommitted - periodEligible;
  return {
    isStated: true,
    amount,
    committedBeforeStart,
    committedSoFar,
    committed,
    eligibleSoFar,
    periodCommitted,
    periodEligible,
    due: isSettled ? takeOrPay * period.committed : 0,
    shortfall: settlement.shortfall,
    creditOnAccount: onAccount - makeUpUsed,
    makeUpLots: settlement.makeUp,
    carryForwardLots: settlement.carryForward,
    billed: spend.consumption + settlement.shortfall - makeUpUsed,
    remaining: Math.max(0, amount - towardsCommitment),
    monthsAhead: monthsAhead(amount, towardsCommitment, progress(month), term, fraction),
    isMet: amount > 0 && towardsCommitment >= amount,
    liability: Math.max(0, owed),
  };
}

/** The month by whose end the whole term has passed. */
function lastMonthOfTerm(term: Term): number {
  return term.begins + Math.ceil(term.months) - 1;
}

function isSettlementMonth(plan: CommitmentPlan, term: Term, month: number): boolean {
  const last = lastMonthOfTerm(term);
  const elapsed = month + 1 - term.begins;
  if (month === last) return true;
  return plan.settle === 'annual' && month < last && elapsed > 0 && elapsed % 12 === 0;
}

/** How far consumption is ahead of the ramp, in months; 0 before the term begins, no answer without an amount. */
function monthsAhead(
  amount: number,
  towardsCommitment: number,
  progress: number,
  term: Term,
  fraction: (x: number) => number,
): number {
  if (amount <= 0) return Number.NaN;
  if (progress <= 0) return 0;
  const reached = inverseFraction(fraction, Math.min(1, towardsCommitment / amount));
  return (reached - Math.min(1, progress)) * term.months;
}

function noCommitment(spend: SpendMonth): CommitmentMonth {
  return {
    isStated: false,
    amount: 0,
    committedBeforeStart: 0,
    committedSoFar: 0,
    committed: 0,
    eligibleSoFar: 0,
    periodCommitted: 0,
    periodEligible: 0,
    due: 0,
    shortfall: 0,
    creditOnAccount: 0,
    makeUpLots: [],
    carryForwardLots: [],
    billed: spend.consumption,
    remaining: 0,
    monthsAhead: Number.NaN,
    isMet: false,
    liability: 0,
  };
}
