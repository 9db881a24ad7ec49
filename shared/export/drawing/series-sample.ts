import type { ChartSeries } from '#shared/view/chart.ts';
import { dashLengths } from '#shared/view/series-look.ts';
import { type Box, rectangle, type Shape, straight } from './drawing.ts';
import { markerShape } from './line-marker.ts';
import { textureShapes } from './texture.ts';

/** How strong areas are painted. */
export const areaOpacity = 0.85;
/** In the little room of a key the lines of a texture lie closer. */
const textureScale = 0.6;

/** What of a series its sample tells. */
export interface SampledLook extends Pick<ChartSeries, 'kind' | 'dash'> {
  readonly marker?: ChartSeries['marker'] | undefined;
  readonly texture?: ChartSeries['texture'] | undefined;
}

/** Draws a sample of how a series is drawn, for a key: told apart by dash, marker and texture as well as by colour. */
export function seriesSample(
  { kind, dash, marker, texture }: SampledLook,
  room: Box,
  colours: { readonly own: string; readonly surface: string },
): Shape[] {
  const middle = (room.top + room.bottom) / 2;
  if (kind !== 'line') {
    const path = rectangle(room);
    return [
      { kind: 'shape', path, fill: colours.own, fillOpacity: areaOpacity },
      ...textureShapes(path, texture, colours.surface, textureScale),
    ];
  }
  const lengths = dashLengths[dash];
  const line: Shape = {
    kind: 'shape',
    path: straight(room.left, middle, room.right, middle),
    stroke: colours.own,
    strokeWidth: 2,
    ...(lengths === null ? {} : { dash: lengths }),
  };
  if (marker === undefined) return [line];
  return [line, markerShape(marker, (room.left + room.right) / 2, middle, colours.own)];
}
