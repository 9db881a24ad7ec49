import { fail, type Outcome, ok } from '#shared/base/outcome.ts';

/** Where a matrix stops being positive definite, and the factor of the rows before. */
export interface NotPositiveDefinite {
  readonly row: number;
  readonly factor: Float64Array;
}

/**
 * Factors a symmetric positive definite matrix (row-major, `size` × `size`) as L·Lᵀ and returns L, lower triangular in the same
 * layout. The error tells the first row that cannot be factored.
 */
export function cholesky(matrix: Float64Array, size: number): Outcome<Float64Array, NotPositiveDefinite> {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column];
      for (let k = 0; k < column; k++) rest -= factor[row * size + k] * factor[column * size + k];
      if (column < row) {
        factor[row * size + column] = rest / factor[column * size + column];
        continue;
      }
      // A pivot lost in rounding is a matrix that is singular for every purpose here.
      if (!(rest > 1e-12 * matrix[row * size + row])) return fail({ row, factor });
      factor[row * size + row] = Math.sqrt(rest);
    }
  }
  return ok(factor);
}

/** Solves L·Lᵀ x = right for the factor made by `cholesky`; `size` may be smaller than the `stride` of its rows. */
export function choleskySolve(
  factor: Float64Array,
  stride: number,
  size: number,
  right: ArrayLike<number>,
): Float64Array {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let rest = right[row];
    for (let k = 0; k < row; k++) rest -= factor[row * stride + k] * x[k];
    x[row] = rest / factor[row * stride + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = x[row];
    for (let k = row + 1; k < size; k++) rest -= factor[k * stride + row] * x[k];
    x[row] = rest / factor[row * stride + row];
  }
  return x;
}
