import { invariant } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { addWithin, useAccount } from '../../loops/commitment.ts';
import { add, clear } from '../../loops/elementwise.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { consumption } from '../spend/consumption.ts';
import { commitmentTerm } from './commitment-term.ts';
import { committed } from './committed.ts';
import { type Lots, lots } from './lots.ts';

/** What settling a take-or-pay commitment moves, USD in the month. */
export interface Settlement {
  /** What had to be taken or paid for in the period that is settled. */
  readonly due: Lanes;
  /** Paid because too little was taken. */
  readonly shortfall: Lanes;
  /** Consumption of the month paid with credit from earlier shortfalls. */
  readonly makeUpUsed: Lanes;
  /** Redeemed credit that waits for consumption to pay: a stock. */
  readonly onAccount: Lanes;
  /** Committed and taken in the running period, at the end of the month after settlement: stocks. */
  readonly runningCommitted: Lanes;
  readonly runningEligible: Lanes;
  readonly makeUpLots: Lots;
  readonly carryLots: Lots;
}

/**
 * Settles a commitment at the end of each contract year, or once at the end of the term.
 *
 * Formula, per period: `due = take-or-pay · committed`; carried over-consumption, oldest first and within its age, covers
 * at most `limit · due`; `shortfall = max(0, due − eligible − carried)`, which becomes make-up credit. An excess
 * `eligible − due` first redeems make-up credit, which pays consumption from then on, then is carried forward.
 * Unit: USD, not negative.
 *
 * Source of the form: take-or-pay with make-up and carry-forward as in long-term gas supply contracts (e.g. AIPN model
 * gas sales agreement).
 */
export function settlement(block: Block, deal: DealPlan): Settlement {
  const { commitment } = deal;
  invariant(commitment !== null, `the deal ${deal.key} has a commitment to settle`);
  const { lanes, months } = block;
  const { begins, lastMonth } = block.use(commitmentTerm, commitment);
  const { flow } = block.use(committed, commitment);
  const { total, eligible } = block.use(consumption, deal);
  const takeOrPay = block.input(commitment.takeOrPay);
  const carryLimit = block.input(commitment.carryForwardLimit);
  const carryMonths = block.input(commitment.carryForwardMonths);
  const makeUpMonths = block.input(commitment.makeUpMonths);
  const isAnnual = commitment.settle === 'annual';
  const mostLots = isAnnual ? Math.ceil(months / 12) + 1 : 1;
  const cells = {
    due: block.cell(),
    shortfall: block.cell(),
    makeUpUsed: block.cell(),
    onAccount: block.cell(),
    runningCommitted: block.cell(),
    runningEligible: block.cell(),
    makeUpLots: lots(block, mostLots, makeUpMonths),
    carryLots: lots(block, mostLots, carryMonths),
  };
  const { due, shortfall, makeUpUsed, onAccount, runningCommitted, runningEligible, makeUpLots, carryLots } =
    cells;
  const nextSettlement = block.cell();
  /** Over all lanes; between the first two every lane is within its term. */
  let latestBegin = 0;
  let earliestEnd = 0;
  /** In an array: a number that changes in a variable of a closure is put on the heap anew. */
  const earliestSettlement = new Float64Array(1);
  let wasSettled = false;
  let isSettled = false;
  let hasAccount = false;

  const settle = (l: number, m: number): void => {
    const owed = takeOrPay[l] * runningCommitted[l];
    const taken = runningEligible[l];
    due[l] = owed;
    if (taken < owed) {
      carryLots.findUsable(l, m);
      const carried = Math.min(carryLots.amount[l], carryLimit[l] * owed, owed - taken);
      carryLots.amount[l] = carried;
      carryLots.take(l, m);
      const missing = owed - taken - carried;
      shortfall[l] = missing;
      makeUpLots.amount[l] = missing;
      if (missing > 0 && makeUpMonths[l] > 0) makeUpLots.add(l, m);
    } else {
      makeUpLots.findUsable(l, m);
      const redeemed = Math.min(makeUpLots.amount[l], taken - owed);
      makeUpLots.amount[l] = redeemed;
      makeUpLots.take(l, m);
      onAccount[l] += redeemed;
      if (redeemed > 0) hasAccount = true;
      const excess = taken - owed - redeemed;
      carryLots.amount[l] = excess;
      if (excess > 0 && carryLimit[l] > 0 && carryMonths[l] > 0) carryLots.add(l, m);
    }
    runningCommitted[l] = 0;
    runningEligible[l] = 0;
  };

  const settleAll = (m: number): void => {
    for (let l = 0; l < lanes; l += 1) {
      if (m !== nextSettlement[l]) continue;
      settle(l, m);
      isSettled = true;
      const isLast = m === lastMonth[l];
      nextSettlement[l] = isLast ? Number.POSITIVE_INFINITY : Math.min(m + 12, lastMonth[l]);
    }
    earliestSettlement[0] = lowest(nextSettlement);
  };

  block.onStart(() => {
    wasSettled = false;
    isSettled = false;
    for (let l = 0; l < lanes; l += 1) {
      const yearsGone = Math.max(0, Math.floor(-begins[l] / 12));
      const yearEnd = begins[l] + 12 * yearsGone + 11;
      nextSettlement[l] = isAnnual ? Math.min(yearEnd, lastMonth[l]) : lastMonth[l];
    }
    latestBegin = highest(begins);
    earliestEnd = lowest(lastMonth);
    earliestSettlement[0] = lowest(nextSettlement);
    hasAccount = false;
  });
  const clearDue = block.loop(clear, due);
  const clearShortfall = block.loop(clear, shortfall);
  const commit = block.loop(add, runningCommitted, flow);
  const take = block.loop(add, runningEligible, eligible);
  const commitWithin = block.loop(addWithin, runningCommitted, flow, begins, lastMonth);
  const takeWithin = block.loop(addWithin, runningEligible, eligible, begins, lastMonth);
  const payFromAccount = block.loop(useAccount, makeUpUsed, onAccount, total);
  block.onMonth((m) => {
    wasSettled = isSettled;
    isSettled = false;
    if (wasSettled) {
      clearDue();
      clearShortfall();
    }
    if (m >= latestBegin && m <= earliestEnd) {
      commit();
      take();
    } else {
      commitWithin(m);
      takeWithin(m);
    }
    if (m >= earliestSettlement[0]) settleAll(m);
    if (hasAccount) payFromAccount();
  });
  return cells;
}
