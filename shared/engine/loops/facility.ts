import type { Lanes } from '../block/block.ts';

/** Counts the steps that delivered power unlocks, continuously: nothing below `from`, one where a step has no length. */
export function countSteps(steps: Lanes, delivered: Lanes, from: Lanes, per: Lanes): void {
  for (let l = 0; l < steps.length; l += 1) {
    const reached = per[l] <= 0 ? 1 : (delivered[l] - from[l]) / per[l];
    steps[l] = delivered[l] < from[l] ? 0 : reached;
  }
}

/** The same in whole steps, the first at `from`. */
export function countWholeSteps(steps: Lanes, delivered: Lanes, from: Lanes, per: Lanes): void {
  for (let l = 0; l < steps.length; l += 1) {
    const reached = per[l] <= 0 ? 1 : 1 + Math.floor((delivered[l] - from[l]) / per[l] + tolerance);
    steps[l] = delivered[l] < from[l] ? 0 : reached;
  }
}

/** Unlocks what steps bring; what was unlocked stays. */
export function unlock(unlocked: Lanes, amountPerStep: Lanes, steps: Lanes): void {
  for (let l = 0; l < unlocked.length; l += 1) {
    const gross = amountPerStep[l] * steps[l];
    if (gross > unlocked[l]) unlocked[l] = gross;
  }
}

/** Writes what is left of a cap, and what of it can be drawn: as far as it is unlocked, nothing from expiry on. */
export function findAvailable(
  available: Lanes,
  capLeft: Lanes,
  cap: Lanes,
  drawnToDate: Lanes,
  participated: Lanes,
  unlocked: Lanes,
  expiry: Lanes,
  month: number,
): void {
  for (let l = 0; l < available.length; l += 1) {
    const left = positive(cap[l] - drawnToDate[l] - participated[l]);
    const unlockedLeft = positive(unlocked[l] - drawnToDate[l]);
    const drawable = unlockedLeft < left ? unlockedLeft : left;
    capLeft[l] = left;
    available[l] = month >= expiry[l] ? 0 : drawable;
  }
}

/** Draws what is wanted, at most what is available. */
export function draw(drawn: Lanes, available: Lanes, capLeft: Lanes, drawnToDate: Lanes): void {
  for (let l = 0; l < drawn.length; l += 1) {
    const taken = drawn[l] < available[l] ? positive(drawn[l]) : available[l];
    drawn[l] = taken;
    drawnToDate[l] += taken;
    available[l] -= taken;
    capLeft[l] = positive(capLeft[l] - taken);
  }
}

/** Wants all there is. */
export function wantAll(wanted: Lanes): void {
  for (let l = 0; l < wanted.length; l += 1) wanted[l] = Number.POSITIVE_INFINITY;
}

function positive(value: number): number {
  return value > 0 ? value : 0;
}

/** Tolerance, in steps, below a whole number of steps: 2 GW delivered in halves counts as two steps. */
const tolerance = 1e-9;

/** Pays a round that closes in the month unless the facility has expired, as far as the cap reaches. */
export function joinRound(
  paid: Lanes,
  toDate: Lanes,
  amount: Lanes,
  on: Lanes,
  expiry: Lanes,
  cap: Lanes,
  drawn: Lanes,
  month: number,
): void {
  for (let l = 0; l < paid.length; l += 1) {
    const most = Math.max(0, Math.min(amount[l], cap[l] - drawn[l] - toDate[l]));
    const isClosing = Math.floor(on[l]) === month && month < expiry[l];
    paid[l] = isClosing ? most : 0;
    if (isClosing) toDate[l] += most;
  }
}
