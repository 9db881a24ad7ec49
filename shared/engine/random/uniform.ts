const STEP = 2 ** -52;

/**
 * Makes a uniform number in the open interval (0, 1) from two random words: 32 bits of `high`, the top 20 of `low`.
 * The values are the odd multiples of 2^-53, so 0 and 1 never occur and u and 1 - u are equally likely.
 */
export function uniformOf(high: number, low: number): number {
  return ((high >>> 0) * 1048576 + (low >>> 12) + 0.5) * STEP;
}
