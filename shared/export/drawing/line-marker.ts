import type { Marker } from '#shared/view/chart.ts';
import type { Shape } from './drawing.ts';
import { circle, square, triangle } from './marker.ts';

/** From the middle of a marker to its edge. */
export const markerReach = 3.5;
/** Points of a line that carry a marker, at most. */
const markersOnLine = 12;

const outlines = { circle, square, triangle } as const;

/** Draws what stands on a line, with its middle at a point. */
export function markerShape(marker: Marker, x: number, y: number, fill: string): Shape {
  return { kind: 'shape', path: outlines[marker](x, y, markerReach), fill };
}

/** Says which points of a line of so many carry a marker: evenly apart. */
export function markedPoints(points: number): number[] {
  const every = Math.max(1, Math.ceil(points / markersOnLine));
  return Array.from({ length: points }, (_, at) => at).filter((at) => at % every === Math.floor(every / 2));
}
