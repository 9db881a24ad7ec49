import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { jointSobol } from './joint-sobol.ts';
import { createSobolSums, type SobolEstimate, sobolEstimates } from './sobol-sums.ts';

/** A model over the unit cube, evaluated at many points at once. */
export interface UnitEvaluator {
  readonly dimensions: number;
  readonly outputs: number;
  /** From `unit[dimension * count + point]`, in (0, 1), to `result[output * count + point]`. */
  readonly evaluate: (unit: Float64Array, count: number) => Float64Array;
}

/** How indices are to be estimated. */
export interface SobolRequest {
  readonly evaluator: UnitEvaluator;
  /** Rows of the design, best a power of two; the model is run `rows` × (dimensions + 2) times. */
  readonly rows: number;
  readonly seed: number;
}

/** Rows evaluated at a time: enough to fill the lanes of a kernel, few enough to stop soon. */
const ROWS_AT_ONCE = 256;

/**
 * Estimates the share of variance each input explains alone (first-order index) and with all its interactions (total index), with
 * 95 % intervals: `result[output]`. The inputs must be independent.
 *
 * Source: Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics Communications 181 (2010),
 * doi.org/10.1016/j.cpc.2009.09.018: radial design of two matrices, first-order estimator (b) of its table 2, total estimator
 * (f), which is Jansen's (1999).
 */
export function sobolIndices(
  request: SobolRequest,
  control: RunControl,
): Outcome<readonly SobolEstimate[], 'cancelled'> {
  const { evaluator, rows, seed } = request;
  const { dimensions, outputs, evaluate } = evaluator;
  const design = jointSobol(2 * dimensions, seed);
  const sums = createSobolSums(dimensions, outputs, rows);
  for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - first);
    const a = new Float64Array(dimensions * count);
    const b = new Float64Array(dimensions * count);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      design(dimension, first, count, a, dimension * count);
      design(dimensions + dimension, first, count, b, dimension * count);
    }
    if (control.isCancelled()) return fail('cancelled');
    sums.addBase(first, count, evaluate(a, count), evaluate(b, count));
    const mixed = a.slice();
    for (let dimension = 0; dimension < dimensions; dimension++) {
      if (control.isCancelled()) return fail('cancelled');
      const [from, to] = [dimension * count, (dimension + 1) * count];
      mixed.set(b.subarray(from, to), from);
      sums.addMixed(dimension, evaluate(mixed, count));
      mixed.set(a.subarray(from, to), from);
      control.report((first + (count * (dimension + 1)) / dimensions) / rows);
    }
  }
  return ok(sobolEstimates(sums.totals, seed));
}
