import { choleskySolve, type NotPositiveDefinite } from '../numeric/cholesky.ts';
import { rankFromLinear } from './rank-correlation-of-normals.ts';
import type { SamplingFault } from './sampling-fault.ts';

interface Suspect {
  readonly column: number;
  /** Linear correlations of this pair with which the matrix would be positive definite; null where none would do. */
  readonly room: { readonly low: number; readonly high: number } | null;
  /** How far the stated correlation lies outside the room, on Fisher's scale, where strong correlations are far apart. */
  readonly distance: number;
}

/**
 * Finds the pair to name when a correlation matrix is not positive definite: among the stated pairs of the first input that does not
 * fit, the one whose correlation has to change least for the rest to stand.
 */
export function blameForSingularity(
  matrix: Float64Array,
  size: number,
  { row, factor }: NotPositiveDefinite,
  keys: readonly string[],
): SamplingFault {
  let worst: Suspect | null = null;
  for (let column = 0; column < row; column++) {
    if (matrix[row * size + column] === 0) continue;
    const suspect = examine(matrix, size, row, factor, column);
    if (worst === null || suspect.distance < worst.distance) worst = suspect;
  }
  const column = worst?.column ?? 0;
  const [one, two] = [keys[column], keys[row]];
  const stated = rounded(rankFromLinear(matrix[row * size + column]));
  const remedy =
    worst?.room == null
      ? `Weaken the correlations of ${two}.`
      : `With the others as they are it must lie between ${rounded(rankFromLinear(worst.room.low))} and ` +
        `${rounded(rankFromLinear(worst.room.high))}.`;
  const message =
    `The correlations contradict one another: the rank correlation ${stated} of ${one} and ${two} does not go with the ` +
    `other correlations of these inputs (the matrix is not positive definite). ${remedy}`;
  return { code: 'correlation', keys: [one, two], message };
}

/**
 * The last row r fits when rᵀ R⁻¹ r < 1, with R the matrix of the rows before. In one of its elements that is a quadratic inequality,
 * whose solution is the room this element has.
 */
function examine(
  matrix: Float64Array,
  size: number,
  row: number,
  factor: Float64Array,
  column: number,
): Suspect {
  const stated = matrix[row * size + column];
  const rest = matrix.slice(row * size, row * size + row);
  rest[column] = 0;
  const unit = new Float64Array(row);
  unit[column] = 1;
  const inverseColumn = choleskySolve(factor, size, row, unit);
  const square = inverseColumn[column];
  const linear = dot(inverseColumn, rest);
  const constant = dot(choleskySolve(factor, size, row, rest), rest) - 1;
  const discriminant = linear * linear - square * constant;
  if (!(discriminant > 0)) return { column, room: null, distance: Number.POSITIVE_INFINITY };
  const low = (-linear - Math.sqrt(discriminant)) / square;
  const high = (-linear + Math.sqrt(discriminant)) / square;
  const distance = Math.max(fisher(low) - fisher(stated), fisher(stated) - fisher(high));
  return { column, room: { low, high }, distance };
}

function fisher(linear: number): number {
  return Math.atanh(Math.max(-1, Math.min(1, linear)));
}

function dot(one: Float64Array, two: Float64Array): number {
  return one.reduce((sum, value, index) => sum + value * two[index], 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
