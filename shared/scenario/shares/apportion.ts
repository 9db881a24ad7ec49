/**
 * Divides a whole number of units in proportion to weights, equally where all weights are 0, by the largest remainder: each
 * part is its quota rounded down, and the units left over go one by one to the largest fractions, the first of equals first.
 */
export function apportion(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((running, weight) => running + weight, 0);
  const quotas = weights.map((weight) => (total * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : weights.length));
  // A quota that is whole but for the rounding of the division is whole.
  const whole = quotas.map((quota) => Math.floor(quota + 1e-9));
  const left = total - whole.reduce((running, part) => running + part, 0);
  const fraction = (place: number) => (quotas[place] ?? 0) - (whole[place] ?? 0);
  const byFraction = quotas.map((_, place) => place).sort((a, b) => fraction(b) - fraction(a) || a - b);
  const luckier = new Set(byFraction.slice(0, Math.max(0, left)));
  return whole.map((part, place) => part + (luckier.has(place) ? 1 : 0));
}
