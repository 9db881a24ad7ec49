import { linePath } from './plot-frame.tsx';

/** Points of a line in pixels; one without an answer is NaN. */
export type Points = readonly (readonly [x: number, y: number])[];

/** Writes the area between two lines over the same places, a piece for each two neighbours that both have an answer. */
export function bandPath(lower: Points, upper: Points): string {
  const pieces = lower.slice(1).map((_, at) => {
    const corners = [lower[at], lower[at + 1], upper[at + 1], upper[at]].filter(
      (corner) => corner !== undefined,
    );
    const isWhole = corners.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
    return isWhole ? `${linePath(corners)}Z` : '';
  });
  return pieces.join('');
}
