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
 * Prepares the search for flows on the same days. Searching allocates nothing. Flows that change sign once, day by day, have at most one
 * rate, which lies between the ends of the search or nowhere; for others all of it is walked through: what flows are worth at
 * neighbouring steps differs by a constant factor per flow, so a step takes one multiplication and one addition each.
 */
export function createRateFinder(days: ArrayLike<number>): RateFinder {
  const count = days.length;
  const years = Float64Array.from(days, (day) => day / 365);
  const width = (highest - lowest) / steps;
  const perStep = years.map((t) => Math.exp(-width * t));
  const last = years[count - 1] ?? 0;
  const atLowest = years.map((t) => Math.exp(-lowest * (t - last)));
  const atHighest = years.map((t) => Math.exp(-highest * t));
  const isInOrder = years.every((t, i) => i === 0 || t >= years[i - 1]);
  const worths = new Float64Array(count);

  /** Sets the worth of every flow at one end and sums it up; its scale is arbitrary but positive, its sign is what counts. */
  const worthAt = (flows: ArrayLike<number>, factors: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      worths[i] = flows[i] * factors[i];
      sum += worths[i];
    }
    return sum;
  };
  const worthAtNextStep = (): number => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      worths[i] *= perStep[i];
      sum += worths[i];
    }
    return sum;
  };

  return (flows, found) => {
    invariant(flows.length === count, 'every flow has a day');
    const changes = signChanges(flows);
    if (changes === 0) return;
    if (changes === 1 && isInOrder) {
      const atEnd = worthAt(flows, atHighest);
      const atStart = worthAt(flows, atLowest);
      if (atStart === 0) return;
      if (atEnd === 0) found(Math.expm1(highest));
      else if (atStart * atEnd < 0) found(Math.expm1(refine(lowest, highest, atStart < 0, flows, years)));
      return;
    }
    let left = worthAt(flows, atLowest);
    for (let s = 1; s <= steps; s += 1) {
      const right = worthAtNextStep();
      const to = lowest + s * width;
      if (right === 0) found(Math.expm1(to));
      else if (left * right < 0) found(Math.expm1(refine(to - width, to, left < 0, flows, years)));
      left = right;
    }
  };
}

/** How often flows change sign, in the order of their days; zeros count for nothing. */
function signChanges(flows: ArrayLike<number>): number {
  let changes = 0;
  let sign = 0;
  for (let i = 0; i < flows.length; i += 1) {
    const own = Math.sign(flows[i]);
    if (own === 0 || Number.isNaN(own)) continue;
    if (sign !== 0 && own !== sign) changes += 1;
    sign = own;
  }
  return changes;
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
