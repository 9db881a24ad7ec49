import type { FacilityPlan } from '#shared/engine/plan/capital.ts';
import { sumOf } from './at.ts';
import type { CapitalView } from './capital-view.ts';
import type { InstrumentMonth } from './instrument-month.ts';
import { wholeSteps } from './warrant-rule.ts';
import { isTrue, numberIn, pathAt, type World } from './world.ts';

/** A drawable facility before its draw: what the investor's own participation and delivery have left to draw from. */
export function facilityMonth(
  world: World,
  plan: FacilityPlan,
  { month, delivered }: CapitalView,
  before: InstrumentMonth,
): InstrumentMonth {
  const cap = numberIn(world, plan.cap);
  const expiry = expiryMonth(world, plan);
  const earlier = participations(world, plan, cap, (due) => due < 0 && due < expiry);
  const paidBeforeStart = totalOf(earlier);
  const joinedBefore = month === 0 ? paidBeforeStart : before.participated;
  const capLeft = cap - before.drawn - joinedBefore;
  const rounds = participations(world, plan, capLeft, (due) => due === month && due < expiry);
  const joinedNow = totalOf(rounds);
  const open = {
    ...before,
    paidBeforeStart,
    mostToCome: earlier.reduce((left, { amount }) => left - amount, cap),
    paid: joinedNow,
    rounds,
    participated: joinedBefore + joinedNow,
    unlocked: Math.max(before.unlocked, unlockedBy(world, plan, delivered)),
    isExpired: month >= expiry,
  };
  return { ...open, ...standing(cap, open) };
}

/** The draw of the month; `cash` is the customer's before it, NaN where unknown. */
export function drawFacility(
  world: World,
  plan: FacilityPlan,
  month: number,
  cash: number,
  open: InstrumentMonth,
): InstrumentMonth {
  const drawnNow = draw(world, plan, month, cash, open);
  const after = { ...open, paid: open.paid + drawnNow, drawn: open.drawn + drawnNow };
  return { ...after, ...standing(numberIn(world, plan.cap), after) };
}

/** What is left of the cap, and how much of it delivery has made available. */
function standing(cap: number, facility: InstrumentMonth): { capLeft: number; available: number } {
  const capLeft = cap - facility.drawn - facility.participated;
  const earned = facility.unlocked - facility.drawn;
  return { capLeft, available: facility.isExpired ? 0 : Math.max(0, Math.min(earned, capLeft)) };
}

/** The month from which nothing can be had any more. */
function expiryMonth(world: World, { expires }: FacilityPlan): number {
  if (expires === null || !isTrue(world, expires.happens)) return Number.POSITIVE_INFINITY;
  return Math.floor(numberIn(world, expires.event) + numberIn(world, expires.afterMonths));
}

/** What each later round takes that the investor joins on the chosen dates, limited to what is left of the cap. */
function participations(
  world: World,
  plan: FacilityPlan,
  capLeft: number,
  isDue: (month: number) => boolean,
): InstrumentMonth['rounds'] {
  let left = capLeft;
  return plan.participations.map(({ key, amount, on }) => {
    if (!isDue(Math.floor(numberIn(world, on)))) return { key, amount: 0 };
    const joined = Math.max(0, Math.min(numberIn(world, amount), left));
    left -= joined;
    return { key, amount: joined };
  });
}

function totalOf(rounds: InstrumentMonth['rounds']): number {
  return sumOf(rounds, ({ amount }) => amount);
}

function unlockedBy(world: World, plan: FacilityPlan, delivered: number): number {
  const from = numberIn(world, plan.available.fromMw);
  const per = numberIn(world, plan.available.perMw);
  const amount = numberIn(world, plan.available.amountPerStep);
  if (plan.available.isStepwise || per <= 0) return amount * wholeSteps(delivered, from, per);
  return amount * Math.max(0, (delivered - from) / per);
}

function draw(
  world: World,
  plan: FacilityPlan,
  month: number,
  cash: number,
  { available, drawn }: InstrumentMonth,
): number {
  switch (plan.draw.kind) {
    case 'when-available':
      return available;
    case 'never':
      return 0;
    case 'when-needed': {
      const missing = numberIn(world, plan.draw.cashBelow) - cash;
      return missing > 0 ? Math.min(available, missing) : 0;
    }
    case 'schedule':
      return Math.min(available, Math.max(0, pathAt(world, plan.draw.path, month) - drawn));
  }
}
