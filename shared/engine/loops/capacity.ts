import type { Lanes } from '../block/block.ts';

/** Writes the share of its ramp that a phase has run at the end of a month: 0 before it starts or where it is cancelled, at most 1. */
export function elapsedShare(x: Lanes, start: Lanes, ramp: Lanes, cancelled: Lanes, month: number): void {
  for (let l = 0; l < x.length; l += 1) {
    const elapsed = month + 1 - start[l];
    if (elapsed <= 0 || cancelled[l] >= 0.5) x[l] = 0;
    else x[l] = elapsed < ramp[l] ? elapsed / ramp[l] : 1;
  }
}

/** Keeps shares of a ramp within 0 and 1. */
export function withinRamp(x: Lanes): void {
  for (let l = 0; l < x.length; l += 1) {
    if (x[l] <= 0) x[l] = 0;
    else if (x[l] >= 1) x[l] = 1;
  }
}

/** Takes all power at once. */
export function stepRamp(x: Lanes): void {
  for (let l = 0; l < x.length; l += 1) x[l] = x[l] <= 0 ? 0 : 1;
}

/** Bends shares of a ramp, kept within 0 and 1, to `3x² − 2x³`. */
export function curveRamp(x: Lanes): void {
  for (let l = 0; l < x.length; l += 1) {
    const atLeast = x[l] <= 0 ? 0 : x[l];
    const within = atLeast >= 1 ? 1 : atLeast;
    x[l] = within * within * (3 - 2 * within);
  }
}

/** Moves the power of an option on by a month, along its linear ramp from the end of its notice. */
export function moveOptionPower(
  power: Lanes,
  growth: Lanes,
  start: Lanes,
  exercisedAt: Lanes,
  notice: Lanes,
  stated: Lanes,
  ramp: Lanes,
  month: number,
): void {
  for (let l = 0; l < power.length; l += 1) {
    const from = exercisedAt[l] + notice[l];
    const elapsed = month + 1 - from;
    const share = ramp[l] > 0 ? Math.min(1, elapsed / ramp[l]) : 1;
    const now = elapsed > 0 ? stated[l] * share : 0;
    start[l] = from;
    growth[l] = now - power[l];
    power[l] = now;
  }
}

/** Takes the growth of one source, converted by a factor, out of what is left of all growth. */
export function takeOwnGrowth(taken: Lanes, left: Lanes, own: Lanes, factor: Lanes): void {
  for (let l = 0; l < taken.length; l += 1) {
    taken[l] = Math.min(own[l] * factor[l], left[l]);
    left[l] -= taken[l];
  }
}

/** Cuts power at a ceiling: `online = min(ceiling, unclipped)`, `clipped` is the rest. */
export function clip(online: Lanes, clipped: Lanes, unclipped: Lanes, ceiling: Lanes): void {
  for (let l = 0; l < online.length; l += 1) {
    const most = Math.min(ceiling[l], unclipped[l]);
    clipped[l] = unclipped[l] - most;
    online[l] = most;
  }
}

/** Moves IT power on by a month: `it = online · factor`, what it was before, and its growth, which is not negative. */
export function moveItPower(it: Lanes, before: Lanes, growth: Lanes, online: Lanes, factor: Lanes): void {
  for (let l = 0; l < it.length; l += 1) {
    const last = it[l];
    const now = online[l] * factor[l];
    before[l] = last;
    it[l] = now;
    growth[l] = now > last ? now - last : 0;
  }
}
