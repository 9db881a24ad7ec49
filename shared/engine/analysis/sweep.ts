import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import type { Slot } from '../plan/input.ts';
import type { EvaluatePoints, Point } from './figure.ts';

/** One input swept over values. */
export interface SweepAxis {
  readonly slot: Slot;
  readonly values: ArrayLike<number>;
}

/** Returns `count` evenly spaced values from `low` to `high`, both ends exact; one value is `low`. */
export function evenSteps(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, step) => {
    if (step === 0) return low;
    return step === count - 1 ? high : low + ((high - low) * step) / (count - 1);
  });
}

/**
 * Returns the runs of a sweep over one or two inputs: every value of the first with every value of the second, the second
 * changing fastest.
 */
export function sweepPoints(first: SweepAxis, second: SweepAxis | null): Point[] {
  const along = (axis: SweepAxis): Point[] =>
    Array.from(axis.values, (value) => [{ slot: axis.slot, value }]);
  if (second === null) return along(first);
  return along(first).flatMap((one) => along(second).map((two) => [...one, ...two]));
}

/**
 * Evaluates many points some at a time, so that a long sweep can report and be stopped: `result[figure * points + point]`. Best
 * `atOnce` is a multiple of the kernel's lanes.
 */
export function evaluateInBatches(
  points: readonly Point[],
  evaluate: EvaluatePoints,
  atOnce: number,
  control: RunControl,
): Outcome<Float64Array, 'cancelled'> {
  let result = new Float64Array(0);
  for (let first = 0; first < points.length; first += atOnce) {
    if (control.isCancelled()) return fail('cancelled');
    const batch = points.slice(first, first + atOnce);
    const found = evaluate(batch);
    const figures = found.length / batch.length;
    if (first === 0) result = new Float64Array(figures * points.length);
    for (let figure = 0; figure < figures; figure++) {
      const own = found.subarray(figure * batch.length, (figure + 1) * batch.length);
      result.set(own, figure * points.length + first);
    }
    control.report((first + batch.length) / points.length);
  }
  return ok(result);
}
