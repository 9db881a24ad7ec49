import { invariant } from '#shared/base/assert.ts';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { RunControl } from '../control.ts';
import { jointSobol } from './joint-sobol.ts';
import { createSobolSums, type SobolEstimate, sobolEstimates } from './sobol-sums.ts';
import type { UnitEvaluator } from './unit-evaluator.ts';

/** Size of a radial design: two matrices of rows, and for each input the first with that input taken from the second. */
export interface SobolShape {
  readonly dimensions: number;
  readonly outputs: number;
  readonly rows: number;
}

/** Rows evaluated at a time: a block of a kernel, so that a wish to stop is heard within one. */
const ROWS_AT_ONCE = 64;

/** Returns the number of values in the table of a design. */
export function sobolTableLength({ dimensions, outputs, rows }: SobolShape): number {
  return (dimensions + 2) * outputs * rows;
}

/**
 * Evaluates rows `fromRow` … `toRow - 1` of a design into a table, which threads may share: matrix A stands first, then B, then A with each input in turn
 * from B, at `table[(matrix * outputs + output) * rows + row]`. Every place depends on its row alone. Asks before every
 * evaluation whether it is cancelled.
 */
export function fillSobolRows(
  evaluator: UnitEvaluator,
  request: { readonly rows: number; readonly seed: number; readonly fromRow: number; readonly toRow: number },
  table: Float64Array,
  control: RunControl,
): Outcome<undefined, 'cancelled'> {
  const { dimensions, outputs, evaluate } = evaluator;
  const { rows, seed, fromRow, toRow } = request;
  invariant(table.length >= sobolTableLength({ dimensions, outputs, rows }), 'the table holds the design');
  const design = jointSobol(2 * dimensions, seed);
  for (let first = fromRow; first < toRow; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, toRow - first);
    const a = new Float64Array(dimensions * count);
    const b = new Float64Array(dimensions * count);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      design(dimension, first, count, a, dimension * count);
      design(dimensions + dimension, first, count, b, dimension * count);
    }
    const mixed = a.slice();
    for (let matrix = 0; matrix < dimensions + 2; matrix++) {
      if (control.isCancelled()) return fail('cancelled');
      const [from, to] = [(matrix - 2) * count, (matrix - 1) * count];
      if (matrix >= 2) mixed.set(b.subarray(from, to), from);
      const values = evaluate(matrix === 0 ? a : matrix === 1 ? b : mixed, count);
      if (matrix >= 2) mixed.set(a.subarray(from, to), from);
      for (let output = 0; output < outputs; output++) {
        const own = values.subarray(output * count, (output + 1) * count);
        table.set(own, (matrix * outputs + output) * rows + first);
      }
      const done = first - fromRow + (count * (matrix + 1)) / (dimensions + 2);
      control.report(done / (toRow - fromRow));
    }
  }
  return ok(undefined);
}

/** Estimates the indices of one output from the table of a design that has been evaluated whole. */
export function sobolEstimateFrom(
  table: Float64Array,
  { dimensions, outputs, rows }: SobolShape,
  output: number,
  seed: number,
): SobolEstimate {
  const column = (matrix: number): Float64Array => {
    const start = (matrix * outputs + output) * rows;
    return table.subarray(start, start + rows);
  };
  const sums = createSobolSums(dimensions, 1, rows);
  sums.addBase(0, rows, column(0), column(1));
  for (let dimension = 0; dimension < dimensions; dimension++)
    sums.addMixed(dimension, column(2 + dimension));
  const [estimate] = sobolEstimates(sums.totals, seed);
  return estimate;
}
