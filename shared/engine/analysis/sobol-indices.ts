import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import type { SobolEstimate } from './sobol-sums.ts';
import { fillSobolRows, sobolEstimateFrom, sobolTableLength } from './sobol-table.ts';
import type { UnitEvaluator } from './unit-evaluator.ts';

/** How indices are to be estimated. */
export interface SobolRequest {
  readonly evaluator: UnitEvaluator;
  /** Rows of the design, best a power of two; the model is run `rows` × (dimensions + 2) times. */
  readonly rows: number;
  readonly seed: number;
}

/**
 * Estimates the share of variance each input explains alone (first-order index) and with all its interactions (total index), with
 * 95 % intervals: `result[output]`. The inputs must be independent.
 *
 * Source: Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics Communications 181 (2010),
 * doi.org/10.1016/j.cpc.2009.09.018: radial design of two matrices, first-order estimator (b) of its table 2, total estimator
 * (f), which is Jansen's (1999).
 */
export function sobolIndices(
  { evaluator, rows, seed }: SobolRequest,
  control: RunControl,
): Outcome<readonly SobolEstimate[], 'cancelled'> {
  const shape = { dimensions: evaluator.dimensions, outputs: evaluator.outputs, rows };
  const table = new Float64Array(sobolTableLength(shape));
  const filled = fillSobolRows(evaluator, { rows, seed, fromRow: 0, toRow: rows }, table, control);
  if (!filled.ok) return filled;
  return ok(
    Array.from({ length: shape.outputs }, (_, output) => sobolEstimateFrom(table, shape, output, seed)),
  );
}
