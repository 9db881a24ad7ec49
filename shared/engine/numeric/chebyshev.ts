/**
 * Evaluates a Chebyshev series c₀/2 + Σ cₖ Tₖ(x) for x in [-1, 1] by Clenshaw's recurrence. `length` coefficients are read
 * from `start` on, so that many series can share one array.
 */
export function chebyshev(
  coefficients: ArrayLike<number>,
  x: number,
  start = 0,
  length = coefficients.length,
): number {
  const twice = 2 * x;
  let one = 0;
  let two = 0;
  for (let k = start + length - 1; k > start; k--) {
    const next = twice * one - two + coefficients[k];
    two = one;
    one = next;
  }
  return x * one - two + 0.5 * coefficients[start];
}
