/**
 * Rearranges `values[from … to - 1]` so that the value of rank `k` (an index in that range) stands at `k`, nothing larger before and
 * nothing smaller after it, and returns it. No NaN. Linear time on average; equal values are set aside together, so
 * many of them do no harm. Source: Hoare's algorithm with the three-way division of Bentley and McIlroy (1993).
 */
export function quickselect(values: Float64Array, from: number, to: number, k: number): number {
  let first = from;
  let last = to - 1;
  while (first < last) {
    const pivot = middleOf(values[first], values[(first + last) >> 1], values[last]);
    let smaller = first;
    let larger = last;
    let at = first;
    while (at <= larger) {
      const value = values[at];
      if (value < pivot) {
        values[at++] = values[smaller];
        values[smaller++] = value;
      } else if (value > pivot) {
        values[at] = values[larger];
        values[larger--] = value;
      } else at++;
    }
    if (k < smaller) last = smaller - 1;
    else if (k > larger) first = larger + 1;
    else return pivot;
  }
  return values[k];
}

function middleOf(one: number, two: number, three: number): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}
