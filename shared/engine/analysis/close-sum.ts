/**
 * Returns the parts with the rounding error of their sum taken up, so that adding them from first to last gives `total` to the
 * last bit. Parts move by no more than a unit in the last place of the largest sum on the way, and parts of exactly 0
 * stay 0. Where the parts cancel so far that the total has finer digits than any of them can carry, the
 * sum is as close as numbers go.
 */
export function closeSum(parts: Float64Array, total: number): Float64Array {
  const step = lastPlace(parts, total);
  if (!(step > 0)) return parts;
  // On a common grid the partial sums are exact, so that one part can carry all that is left.
  const even = parts.map((part) => Math.round(part / step) * step);
  const bySize = [...parts.keys()]
    .filter((index) => parts[index] !== 0)
    .sort((one, two) => Math.abs(parts[two]) - Math.abs(parts[one]));
  for (const index of bySize) {
    const closed = even.slice();
    closed[index] += total - sumOf(closed);
    if (sumOf(closed) === total) return closed;
  }
  return even;
}

/** The unit in the last place of the largest partial sum; 0 or NaN where there is nothing to close. */
function lastPlace(parts: Float64Array, total: number): number {
  let largest = Math.abs(total);
  let sum = 0;
  for (const part of parts) {
    sum += part;
    largest = Math.max(largest, Math.abs(sum), Math.abs(part));
  }
  return largest === 0 ? 0 : 2 ** (Math.floor(Math.log2(largest)) - 52);
}

function sumOf(parts: Float64Array): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
