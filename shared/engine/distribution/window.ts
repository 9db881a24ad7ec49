/**
 * The part of a law between two bounds. Kept as the two tails cut off and the probability left, so that a window far out in
 * either tail loses no digits.
 */
export interface Window {
  /** Probability below the lower bound. */
  readonly below: number;
  /** Probability above the upper bound. */
  readonly above: number;
  /** Probability between the bounds, > 0. */
  readonly inside: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** The two tails of a law at one value: probability of being at most it, and of being more. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** Below this a window counts as empty: its quantiles could not be told apart. */
const LEAST_INSIDE = 1e-280;

/** Returns the window between two bounds from the tails of the law there, or null where the law has nothing inside. */
export function windowBetween(atLeast: number, atMost: number, atLow: Tails, atHigh: Tails): Window | null {
  const inside = probabilityBetween(atLow, atHigh);
  if (!(inside > LEAST_INSIDE)) return null;
  return { below: atLow.lower, above: atHigh.upper, inside, atLeast, atMost };
}

/**
 * Returns the probability between two values from the tails there. Subtracts whichever pair is small, so that what is left
 * keeps its digits.
 */
export function probabilityBetween(low: Tails, high: Tails): number {
  if (low.lower > 0.5) return low.upper - high.upper;
  if (high.upper > 0.5) return high.lower - low.lower;
  return 1 - low.lower - high.upper;
}
