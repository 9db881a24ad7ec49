import type { RampPlan } from '#shared/engine/plan/deal.ts';
import { at, clamp, sum } from './at.ts';
import { logistic } from './curves.ts';
import { linearBetween, numberIn, type World } from './world.ts';

/** The term a ramp runs over, months since the start. */
export interface Term {
  readonly begins: number;
  readonly months: number;
}

/** F(x): the fraction of the commitment that falls in the first x of the term; F is 0 up to 0 and 1 from 1. */
export function committedFraction(world: World, ramp: RampPlan, term: Term, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  switch (ramp.kind) {
    case 'linear':
      return x;
    case 's-curve':
      return sCurve(x, numberIn(world, ramp.midpoint), numberIn(world, ramp.steepness));
    case 'annual':
      return equalSlices(
        x,
        ramp.shares.map((slot) => numberIn(world, slot)),
      );
    case 'growth':
      return constantGrowth(x, numberIn(world, ramp.perYear), term.months / 12);
    case 'points': {
      const dates = ramp.path.at.map((slot) => numberIn(world, slot));
      const fractions = ramp.path.value.map((slot) => numberIn(world, slot));
      return datedPoints(term.begins + x * term.months, dates, fractions, term);
    }
  }
}

/** A logistic, stretched so that it starts at 0 and ends at 1. */
export function sCurve(x: number, midpoint: number, steepness: number): number {
  if (Math.abs(steepness) < 1e-9) return x;
  const first = logistic(0, midpoint, steepness);
  const last = logistic(1, midpoint, steepness);
  return (logistic(x, midpoint, steepness) - first) / (last - first);
}

/** Equal slices of the term, each with its share of the whole, even inside a slice. */
export function equalSlices(x: number, shares: readonly number[]): number {
  const total = sum(shares);
  if (total <= 0) return x;
  const position = x * shares.length;
  const whole = Math.floor(position);
  const before = sum(shares.slice(0, whole));
  const running = (shares[whole] ?? 0) * (position - whole);
  return (before + running) / total;
}

/** Spending that grows by `perYear` every year, compounded evenly. */
export function constantGrowth(x: number, perYear: number, years: number): number {
  if (Math.abs(perYear) < 1e-9) return x;
  return ((1 + perYear) ** (x * years) - 1) / ((1 + perYear) ** years - 1);
}

/** Cumulative fractions by date; nothing at the beginning and everything at the end unless the points say otherwise. */
export function datedPoints(
  month: number,
  dates: readonly number[],
  fractions: readonly number[],
  term: Term,
): number {
  const ends = term.begins + term.months;
  const points = dates.map((date, i) => ({ date, fraction: clamp(at(fractions, i), 0, 1) }));
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || first.date > term.begins) points.unshift({ date: term.begins, fraction: 0 });
  if (last === undefined || last.date < ends) points.push({ date: ends, fraction: 1 });
  let highest = 0;
  const rising = points.map(({ fraction }) => {
    highest = Math.max(highest, fraction);
    return highest;
  });
  return linearBetween(
    points.map(({ date }) => date),
    rising,
    month,
  );
}

/** The smallest x with F(x) ≥ y, by halving. */
export function inverseFraction(fractionAt: (x: number) => number, y: number): number {
  if (y <= 0) return 0;
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (fractionAt(middle) >= y) high = middle;
    else low = middle;
  }
  return high;
}
