import { invariant } from '../../base/assert.ts';

/** Answer to the question for the internal rate of return: it may not exist, or there may be several. */
export type Irr =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly rate: number }
  | { readonly kind: 'several'; readonly rates: readonly number[] };

/** Rates are looked for between −99 % and 10,000 % a year: the ends of the search in `ln(1 + r)`. */
const lowest = Math.log(0.01);
const highest = Math.log(101);
/** Steps of the search: 0.016 in `ln(1 + r)`, so two rates less than about 1.6 points apart may be missed. */
const steps = 576;

/**
 * Finds every internal rate of return of dated flows: the rates at which their XNPV (actual days / 365) is 0.
 *
 * All sign changes of the present value between −99 % and 10,000 % a year count; flows that change sign once have at most
 * one rate (Descartes' rule, which holds for sums of exponentials too), with more changes there may be several.
 */
export function irr(flows: ArrayLike<number>, days: ArrayLike<number>): Irr {
  const rates: number[] = [];
  createRateFinder(days)(flows, (rate) => rates.push(rate));
  if (rates.length === 0) return { kind: 'none' };
  return rates.length === 1 ? { kind: 'one', rate: rates[0] } : { kind: 'several', rates };
}

/** Calls back with every internal rate of return of some flows, lowest first. */
export type RateFinder = (flows: ArrayLike<number>, found: (rate: number) => void) => void;

/**
 * Prepares the search for flows on the same days. Searching allocates nothing: the discount factors of neighbouring steps
 * differ by a constant factor per flow, so the whole search takes one multiplication per flow and step.
 */
export function createRateFinder(days: ArrayLike<number>): RateFinder {
  const count = days.length;
  const years = Float64Array.from(days, (day) => day / 365);
  const width = (highest - lowest) / steps;
  const perStep = years.map((t) => Math.exp(-width * t));
  const atLowest = years.map((t) => Math.exp(-lowest * (t - (years[count - 1] ?? 0))));
  const factors = new Float64Array(count);

  /** Present value at the step the factors stand at; its scale is arbitrary but positive, its sign is what counts. */
  const worthOf = (flows: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += flows[i] * factors[i];
    return sum;
  };

  return (flows, found) => {
    invariant(flows.length === count, 'every flow has a day');
    if (!changesSign(flows)) return;
    factors.set(atLowest);
    let left = worthOf(flows);
    for (let s = 1; s <= steps; s += 1) {
      for (let i = 0; i < count; i += 1) factors[i] *= perStep[i];
      const right = worthOf(flows);
      const to = lowest + s * width;
      if (right === 0) found(Math.expm1(to));
      else if (left * right < 0) found(Math.expm1(refine(to - width, to, left < 0, flows, years)));
      left = right;
    }
  };
}

function changesSign(flows: ArrayLike<number>): boolean {
  let hasGain = false;
  let hasLoss = false;
  for (let i = 0; i < flows.length; i += 1) {
    if (flows[i] > 0) hasGain = true;
    if (flows[i] < 0) hasLoss = true;
  }
  return hasGain && hasLoss;
}

/** Newton's method on the log rate, kept inside the bracket by bisection. */
function refine(
  from: number,
  to: number,
  isNegativeAtFrom: boolean,
  flows: ArrayLike<number>,
  years: Float64Array,
): number {
  let low = from;
  let high = to;
  let guess = (from + to) / 2;
  const anchor = guess < 0 ? years[years.length - 1] : 0;
  for (let i = 0; i < 80; i += 1) {
    let value = 0;
    let slope = 0;
    for (let j = 0; j < flows.length; j += 1) {
      const part = flows[j] * Math.exp(-guess * (years[j] - anchor));
      value += part;
      slope -= part * (years[j] - anchor);
    }
    if (value === 0) return guess;
    if (value < 0 === isNegativeAtFrom) low = guess;
    else high = guess;
    const newton = guess - value / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - guess) <= 1e-15 + 1e-15 * Math.abs(guess)) return next;
    guess = next;
  }
  return guess;
}
