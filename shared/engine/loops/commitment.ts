import type { Lanes } from '../block/block.ts';

/** Writes how much of a term has run by the end of the month before `month`. */
export function shareOfTerm(x: Lanes, begins: Lanes, months: Lanes, month: number): void {
  for (let l = 0; l < x.length; l += 1) x[l] = (month - begins[l]) / months[l];
}

/** Turns an amount to date into the flow of the month, and remembers it. */
export function flowOf(flow: Lanes, toDate: Lanes): void {
  for (let l = 0; l < flow.length; l += 1) {
    const now = flow[l];
    flow[l] = now - toDate[l];
    toDate[l] = now;
  }
}

/** Adds a flow in those lanes whose term runs in the month. */
export function addWithin(into: Lanes, flow: Lanes, begins: Lanes, lastMonth: Lanes, month: number): void {
  for (let l = 0; l < into.length; l += 1) {
    if (month < begins[l] || month > lastMonth[l]) continue;
    into[l] += flow[l];
  }
}

/** Pays consumption from what is on account. */
export function useAccount(used: Lanes, onAccount: Lanes, total: Lanes): void {
  for (let l = 0; l < used.length; l += 1) {
    used[l] = Math.min(onAccount[l], total[l]);
    onAccount[l] -= used[l];
  }
}

/** Completes a curve: nothing is committed before the term and all of it after. */
export function withinTerm(out: Lanes, x: Lanes): void {
  for (let l = 0; l < out.length; l += 1) {
    if (x[l] <= 0) out[l] = 0;
    else if (x[l] >= 1) out[l] = 1;
  }
}

/** Writes the fraction committed in those lanes that are in one slice of the term, the `slice`th of `slices`. */
export function spreadSlice(
  out: Lanes,
  x: Lanes,
  before: Lanes,
  stated: Lanes,
  total: Lanes,
  slice: number,
  slices: number,
): void {
  for (let l = 0; l < out.length; l += 1) {
    const elapsed = x[l] * slices;
    if (Math.max(0, Math.min(slices - 1, Math.floor(elapsed))) === slice) {
      const sum = before[l] + stated[l] * (elapsed - slice);
      out[l] = total[l] > 0 ? sum / total[l] : x[l];
    }
  }
}

/** Adds a flow in those lanes whose term has begun by the month. */
export function addFrom(into: Lanes, flow: Lanes, begins: Lanes, month: number): void {
  for (let l = 0; l < into.length; l += 1) if (month >= begins[l]) into[l] += flow[l];
}
