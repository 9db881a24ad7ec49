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

/** Bends shares of a ramp to `3x² − 2x³`. */
export function curveRamp(x: Lanes): void {
  for (let l = 0; l < x.length; l += 1) x[l] = x[l] * x[l] * (3 - 2 * x[l]);
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
