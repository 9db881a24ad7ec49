import type { PathStep } from '#shared/export/drawing/drawing.ts';

/** Pixels by which a point may lie above or below the line that stands for it: less than a screen can show. */
const tolerance = 0.05;

type Point = readonly ['M' | 'L', x: number, y: number];

/** A straight piece under way: where it begins, where it has come to, and how steep it may go on. */
interface Piece {
  readonly begin: Point;
  readonly end: Point;
  readonly least: number;
  readonly most: number;
}

/**
 * Leaves out of a path every point that the straight line between its neighbours passes: most of what a chart shows is straight for
 * years, and each point takes its time to be written, read and drawn. After Reumann and Witkam (1974), with the strip narrowed so that no
 * point left out lies further from the line than the tolerance.
 */
export function straightened(path: readonly PathStep[]): PathStep[] {
  const kept: PathStep[] = [];
  let begin: Point | null = null;
  let piece: Piece | null = null;
  const settle = (): void => {
    if (piece === null) return;
    kept.push(piece.end);
    begin = piece.end;
    piece = null;
  };
  for (const step of path) {
    if (step[0] === 'L' && begin !== null) {
      const longer: Piece | null = piece === null ? null : extended(piece, step);
      if (longer === null) settle();
      piece = longer ?? pieceTo(begin, step);
      continue;
    }
    settle();
    kept.push(step);
    begin = step[0] === 'M' || step[0] === 'L' ? step : null;
  }
  settle();
  return kept;
}

function pieceTo(begin: Point, end: Point): Piece {
  const across = Math.abs(end[1] - begin[1]);
  const slope = (end[2] - begin[2]) / across;
  return { begin, end, least: slope - tolerance / across, most: slope + tolerance / across };
}

/** Gives the piece that goes on to a point, or null if it turns there. */
function extended({ begin, end, least, most }: Piece, to: Point): Piece | null {
  const goesBack = Math.sign(to[1] - end[1]) !== Math.sign(end[1] - begin[1]);
  const next = pieceTo(begin, to);
  const slope = (next.least + next.most) / 2;
  // A piece that goes straight up has no slope, and nothing is within its bounds.
  if (goesBack || !(slope >= least && slope <= most)) return null;
  return { ...next, least: Math.max(least, next.least), most: Math.min(most, next.most) };
}
