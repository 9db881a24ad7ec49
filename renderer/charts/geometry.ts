/** The room around the plot of a chart, in pixels; fixed, so that charts line up and never shift. */
export const plotMargin = { left: 44, top: 6, bottom: 20 } as const;

/** Width from which series are labelled beside their end; narrower charts rely on the key above. */
const labelsFrom = 500;
const labelRoom = 104;
/** Half of the last year, which stands under the very end. */
const plainRoom = 16;

/** Room to the right of the plot. */
export function rightMargin(width: number): number {
  return hasEndLabels(width) ? labelRoom : plainRoom;
}

/** Says whether a chart is wide enough to name its series at their ends. */
export function hasEndLabels(width: number): boolean {
  return width >= labelsFrom;
}

/** The plot in a picture, in pixels from its top left. */
export interface PlotRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Says where in a chart of a size its plot lies. */
export function plotRoom(width: number, height: number): PlotRoom {
  const { left: x, top: y, bottom } = plotMargin;
  return { x, y, width: width - x - rightMargin(width), height: height - y - bottom };
}

/** A range of months. */
export type MonthRange = readonly [from: number, to: number];

/** Turns a distance from the left edge of a chart into a point in time, clamped to the range in sight. */
export function monthAtPixel(x: number, width: number, [from, to]: MonthRange): number {
  const plot = Math.max(1, width - plotMargin.left - rightMargin(width));
  const share = Math.min(1, Math.max(0, (x - plotMargin.left) / plot));
  return from + share * (to - from);
}

/** Turns a point in time into a distance from the left edge of a chart. */
export function pixelAtMonth(month: number, width: number, [from, to]: MonthRange): number {
  const plot = Math.max(1, width - plotMargin.left - rightMargin(width));
  return plotMargin.left + shareOf(month, from, to) * plot;
}

/** Says how far a point lies between the ends of an axis: 0 at the one, 1 at the other, and beyond them what is beyond. */
export function shareOf(point: number, from: number, to: number): number {
  return (point - from) / Math.max(1e-9, to - from);
}
