/**
 * Returns the rank of every value (1 for the smallest), ties sharing the mean of their ranks. NaN ranks NaN and counts for
 * nothing.
 */
export function ranks(values: Float64Array): Float64Array {
  const order = new Uint32Array(values.length);
  let answers = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) order[answers++] = at;
  const sorted = order.subarray(0, answers).sort((one, two) => values[one] - values[two]);
  const result = new Float64Array(values.length).fill(Number.NaN);
  for (let first = 0; first < answers; ) {
    let next = first + 1;
    while (next < answers && values[sorted[next]] === values[sorted[first]]) next++;
    for (let place = first; place < next; place++) result[sorted[place]] = (first + 1 + next) / 2;
    first = next;
  }
  return result;
}
