/**
 * Evaluates a Chebyshev series c₀/2 + Σ cₖ Tₖ(x) for x in [-1, 1] by Clenshaw's recurrence.
 */
export function chebyshev(coefficients: ArrayLike<number>, x: number): number {
  const twice = 2 * x;
  let one = 0;
  let two = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const next = twice * one - two + coefficients[k];
    two = one;
    one = next;
  }
  return x * one - two + 0.5 * coefficients[0];
}

/** Returns the same series c₀/2 + Σ cₖ Tₖ(x) by rising powers of x. Meant for short series, whose high terms are small. */
export function chebyshevToPowers(coefficients: readonly number[]): number[] {
  const size = coefficients.length;
  const powers = Array<number>(size).fill(0);
  let earlier = [1];
  let current = [0, 1];
  coefficients.forEach((coefficient, k) => {
    const polynomial = k === 0 ? [0.5] : current;
    polynomial.forEach((term, power) => {
      powers[power] += coefficient * term;
    });
    if (k === 0) return;
    // Tₖ₊₁ = 2 x Tₖ - Tₖ₋₁
    const next = [0, ...current.map((term) => 2 * term)];
    earlier.forEach((term, power) => {
      next[power] -= term;
    });
    [earlier, current] = [current, next];
  });
  return powers;
}
