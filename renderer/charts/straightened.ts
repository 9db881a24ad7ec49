import type { PathStep } from '#shared/export/drawing/drawing.ts';

/** Pixels by which a point may lie above or below the line that stands for it: less than a screen can show. */
const tolerance = 0.1;

type Point = readonly ['M' | 'L', x: number, y: number];

/**
 * Leaves out of a path every point that the straight line between its neighbours passes: most of what a chart shows is straight for
 * years, and each point takes its time to be written, read and drawn. After Reumann and Witkam (1974), with the strip narrowed so that no
 * point left out lies further from the line than the tolerance.
 */
export function straightened(path: readonly PathStep[]): PathStep[] {
  const kept: PathStep[] = [];
  // The straight piece under way: where it begins, where it has come to, and between which slopes it may go on.
  let begin: Point | null = null;
  let end: Point | null = null;
  let least = 0;
  let most = 0;
  for (const step of path) {
    if (step[0] !== 'L' || begin === null) {
      if (end !== null) kept.push(end);
      kept.push(step);
      begin = step[0] === 'M' || step[0] === 'L' ? step : null;
      end = null;
      continue;
    }
    if (end !== null && !(isAhead(begin, end, step) && isWithin(slope(begin, step), least, most))) {
      kept.push(end);
      begin = end;
      end = null;
    }
    const reach = tolerance / Math.abs(step[1] - begin[1]);
    const to = slope(begin, step);
    least = end === null ? to - reach : Math.max(least, to - reach);
    most = end === null ? to + reach : Math.min(most, to + reach);
    end = step;
  }
  if (end !== null) kept.push(end);
  return kept;
}

function isAhead(begin: Point, end: Point, to: Point): boolean {
  return Math.sign(to[1] - end[1]) === Math.sign(end[1] - begin[1]);
}

/** What goes straight up has no slope, and is within no bounds. */
function isWithin(slope: number, least: number, most: number): boolean {
  return slope >= least && slope <= most;
}

function slope(from: Point, to: Point): number {
  return (to[2] - from[2]) / Math.abs(to[1] - from[1]);
}
