/**
 * Returns the parts with the rounding error of their sum taken up by the largest, so that adding them from first to last gives `total`
 * to the last bit.
 */
export function closeSum(parts: Float64Array, total: number): Float64Array {
  const closed = parts.slice();
  let largest = 0;
  closed.forEach((part, index) => {
    if (Math.abs(part) > Math.abs(closed[largest])) largest = index;
  });
  for (let turn = 0; turn < 8; turn++) {
    const rest = total - closed.reduce((sum, part) => sum + part, 0);
    if (!(Math.abs(rest) > 0)) break;
    closed[largest] += rest;
  }
  return closed;
}
