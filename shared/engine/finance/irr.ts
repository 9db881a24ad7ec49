import { invariant } from '../../base/assert.ts';

/** Answer to the question for the internal rate of return: it may not exist, or there may be several. */
export type Irr =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly rate: number }
  | { readonly kind: 'several'; readonly rates: readonly number[] };

/** Rates are looked for between −99 % and 10,000 % a year, both ends in `ln(1 + r)`. */
const lowest = Math.log(0.01);
const highest = Math.log(101);
/** Steps of the search: 0.016 in `ln(1 + r)`, so that two rates less than about 1.6 points apart may be missed. */
const steps = 576;

/**
 * Finds every internal rate of return of dated flows: the rates at which their XNPV is 0.
 *
 * All sign changes of the present value between −99 % and 10,000 % count; a flow pattern with one change of sign has at
 * most one rate (Descartes' rule for exponential sums), with more there may be several.
 */
export function irr(flows: ArrayLike<number>, days: ArrayLike<number>): Irr {
  invariant(flows.length === days.length, 'every flow has a day');
  const rates: number[] = [];
  forEachRate(flows, days, (rate) => rates.push(rate));
  if (rates.length === 0) return { kind: 'none' };
  return rates.length === 1 ? { kind: 'one', rate: rates[0] } : { kind: 'several', rates };
}

/** Calls back with every internal rate of return, lowest first. Allocates nothing. */
export function forEachRate(
  flows: ArrayLike<number>,
  days: ArrayLike<number>,
  found: (rate: number) => void,
): void {
  const changes = signChanges(flows);
  if (changes === 0) return;
  const pieces = changes === 1 ? 1 : steps;
  const width = (highest - lowest) / pieces;
  let left = presentValue(lowest, flows, days);
  for (let i = 0; i < pieces; i += 1) {
    const from = lowest + i * width;
    const to = i + 1 === pieces ? highest : from + width;
    const right = presentValue(to, flows, days);
    if (right === 0 || left * right < 0)
      found(Math.expm1(right === 0 ? to : bisect(from, to, left, flows, days)));
    left = right;
  }
}

function signChanges(flows: ArrayLike<number>): number {
  let changes = 0;
  let sign = 0;
  for (let i = 0; i < flows.length; i += 1) {
    const now = Math.sign(flows[i]);
    if (now === 0) continue;
    if (sign !== 0 && now !== sign) changes += 1;
    sign = now;
  }
  return changes;
}

/** Present value at a log rate, scaled so that neither end of the search overflows; only its sign and zero matter. */
function presentValue(logRate: number, flows: ArrayLike<number>, days: ArrayLike<number>): number {
  const anchor = logRate < 0 ? days[days.length - 1] : 0;
  let sum = 0;
  for (let i = 0; i < flows.length; i += 1) {
    if (flows[i] !== 0) sum += flows[i] * Math.exp((-logRate * (days[i] - anchor)) / 365);
  }
  return sum;
}

function bisect(
  from: number,
  to: number,
  valueAtFrom: number,
  flows: ArrayLike<number>,
  days: ArrayLike<number>,
): number {
  let low = from;
  let high = to;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    const value = presentValue(middle, flows, days);
    if (value === 0) return middle;
    if (value > 0 === valueAtFrom > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
