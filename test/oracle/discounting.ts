import { at, sumOf } from './at.ts';

/** A flow of money on a day counted from the day of valuation. */
export interface DatedFlow {
  readonly day: number;
  readonly amount: number;
}

/** Present value with actual days over 365 (the XNPV convention). */
export function presentValue(rate: number, flows: readonly DatedFlow[]): number {
  return sumOf(flows, ({ day, amount }) => amount / (1 + rate) ** (day / 365));
}

const LOWEST_RATE = -0.99;
const HIGHEST_RATE = 100;
const GRID_STEPS = 4000;

/**
 * Every rate a year between −99 % and 10,000 % at which the present value changes sign: looked for on an even grid in
 * ln(1 + rate), then narrowed down by halving.
 */
export function internalRates(flows: readonly DatedFlow[]): number[] {
  const hasGain = flows.some(({ amount }) => amount > 0);
  const hasLoss = flows.some(({ amount }) => amount < 0);
  if (!hasGain || !hasLoss) return [];
  const low = Math.log(1 + LOWEST_RATE);
  const high = Math.log(1 + HIGHEST_RATE);
  const valueAt = (logRate: number) =>
    sumOf(flows, ({ day, amount }) => amount * Math.exp((-logRate * day) / 365));
  const grid = Array.from({ length: GRID_STEPS + 1 }, (_, i) => low + ((high - low) * i) / GRID_STEPS);
  const values = grid.map(valueAt);
  const roots: number[] = [];
  for (let i = 0; i <= GRID_STEPS; i++) {
    const value = at(values, i);
    if (value === 0) roots.push(at(grid, i));
    else if (i > 0 && at(values, i - 1) * value < 0) roots.push(halve(valueAt, at(grid, i - 1), at(grid, i)));
  }
  return roots.map((logRate) => Math.exp(logRate) - 1);
}

function halve(f: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const signAtLow = Math.sign(f(low));
  while (high - low > 1e-15 * Math.max(1, Math.abs(high))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(f(middle)) === signAtLow) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
