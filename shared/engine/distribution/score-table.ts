import { chebyshevToPowers } from '../numeric/chebyshev.ts';

/**
 * A smooth function of a normal score as a chain of polynomials, accurate to 1e-13 of max(1, |value|). Built for quantile
 * functions too slow to solve at every draw.
 */
export interface ScoreTable {
  /** Piece of every cell of width 1/16 from -LIMIT on. */
  readonly pieceOfCell: Uint16Array;
  /** Per piece: centre, 1 / half width, then the coefficients by rising power. A piece that would not settle has a NaN centre. */
  readonly pieces: Float64Array;
}

/** Scores beyond this are solved directly: less than one draw in 10^16. */
const LIMIT = 8.5;
const CELLS_PER_UNIT = 16;
const COEFFICIENTS = 12;
const STRIDE = COEFFICIENTS + 2;
const TOLERANCE = 3e-14;

/** Builds the table of `solve` by halving intervals until the Chebyshev series of each settles. */
export function buildScoreTable(solve: (score: number) => number): ScoreTable {
  const pieceOfCell = new Uint16Array(2 * LIMIT * CELLS_PER_UNIT);
  const pieces: number[] = [];
  const build = (fromCell: number, cells: number): void => {
    const halfWidth = cells / (2 * CELLS_PER_UNIT);
    const centre = fromCell / CELLS_PER_UNIT - LIMIT + halfWidth;
    const coefficients = fitSeries(solve, centre, halfWidth);
    if (!isSettled(coefficients) && cells > 1) {
      const first = cells >> 1;
      build(fromCell, first);
      build(fromCell + first, cells - first);
      return;
    }
    pieceOfCell.fill(pieces.length / STRIDE, fromCell, fromCell + cells);
    pieces.push(
      isSettled(coefficients) ? centre : Number.NaN,
      1 / halfWidth,
      ...chebyshevToPowers(coefficients),
    );
  };
  for (let cell = 0; cell < pieceOfCell.length; cell += CELLS_PER_UNIT) build(cell, CELLS_PER_UNIT);
  return { pieceOfCell, pieces: Float64Array.from(pieces) };
}

/** Looks a score up; NaN where the table has no answer and the function must be solved. */
export function lookUp(table: ScoreTable, score: number): number {
  const cell = Math.floor((score + LIMIT) * CELLS_PER_UNIT);
  if (!(cell >= 0 && cell < table.pieceOfCell.length)) return Number.NaN;
  const at = table.pieceOfCell[cell] * STRIDE;
  const place = (score - table.pieces[at]) * table.pieces[at + 1];
  return polynomial(table.pieces, at + 2, place);
}

/** Even and odd powers apart, so that the two sums run side by side. */
function polynomial(c: Float64Array, at: number, x: number): number {
  const square = x * x;
  let even = c[at + COEFFICIENTS - 2];
  let odd = c[at + COEFFICIENTS - 1];
  for (let power = COEFFICIENTS - 4; power >= 0; power -= 2) {
    even = even * square + c[at + power];
    odd = odd * square + c[at + power + 1];
  }
  return even + x * odd;
}

/** Chebyshev coefficients of a function on an interval, by the discrete cosine transform over Chebyshev nodes. */
function fitSeries(solve: (score: number) => number, centre: number, halfWidth: number): number[] {
  const values = Array.from({ length: COEFFICIENTS }, (_, node) =>
    solve(centre + halfWidth * Math.cos((Math.PI * (node + 0.5)) / COEFFICIENTS)),
  );
  return values.map((_, degree) => {
    const sum = values.reduce(
      (total, value, node) => total + value * Math.cos((Math.PI * degree * (node + 0.5)) / COEFFICIENTS),
      0,
    );
    return (2 / COEFFICIENTS) * sum;
  });
}

function isSettled(coefficients: readonly number[]): boolean {
  const size = Math.max(1, Math.abs(coefficients[0]) / 2);
  return coefficients.slice(-2).every((coefficient) => Math.abs(coefficient) <= TOLERANCE * size);
}
