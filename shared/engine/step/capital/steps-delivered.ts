/** Tolerance, in steps, below a whole number of steps: 2 GW delivered in halves counts as two steps. */
const tolerance = 1e-9;

/**
 * Counts the steps that a delivered amount of power unlocks.
 *
 * Formula: nothing below `from`; stepwise `1 + floor((delivered − from) / per)`, continuously
 * `(delivered − from) / per`. A step without length is one step at `from`. Unit: steps, not negative.
 */
export function stepsDelivered(delivered: number, from: number, per: number, isStepwise: boolean): number {
  if (delivered < from) return 0;
  if (per <= 0) return 1;
  const steps = (delivered - from) / per;
  return isStepwise ? 1 + Math.floor(steps + tolerance) : steps;
}
