import type { ChartView } from '#shared/view/chart.ts';
import { type ChartFrame, logRange } from './chart-frame.ts';
import { figureElements, type IsShown, type OutlineElement, pointElements } from './figure-elements.ts';
import { hasEndLabels, type PlotRoom } from './geometry.ts';
import { type NameElement, nameElements } from './name-elements.ts';
import { type PlotReach, plotPlaces } from './plot-places.ts';

/** Half of the thickest line: one along an edge of the plot is seen whole. */
const edge = 1;

/**
 * Gives the figures of a chart as a series that draws itself, in the place of its one point. The outlines are those of exported pictures
 * and slides; lines and areas of ECharts' own would be worked out there a second time, point by point, for stacking, symbols and states
 * this chart has none of.
 */
export function figureSeries(view: ChartView, frame: ChartFrame): object {
  return {
    id: 'figures',
    type: 'custom',
    silent: true,
    clip: false,
    data: [[1, 1]],
    z: 3,
    renderItem: ({ coordSys: room }: { readonly coordSys: PlotRoom }) => {
      const { clipped, points, names } = figurePicture(view, frame, room);
      return {
        type: 'group',
        children: [
          {
            type: 'group',
            clipPath: { type: 'rect', shape: widened(room) },
            children: clipped,
          },
          // ECharts leaves what stood in a group where nothing takes its place, unless told not to merge.
          {
            type: 'group',
            $mergeChildren: false,
            children: [...points, ...names],
          },
        ],
      };
    },
  };
}

/** What moves with the figures of a chart: outlines that end at the edge of the plot, those of single points, and names of series. */
export interface FigurePicture {
  readonly clipped: readonly OutlineElement[];
  readonly points: readonly OutlineElement[];
  readonly names: readonly NameElement[];
}

/** Lays the figures of a chart out in the room of its plot. */
export function figurePicture(view: ChartView, frame: ChartFrame, room: PlotRoom): FigurePicture {
  const { palette, months, range, isLogarithmic, width } = frame;
  const reach: PlotReach = { months, values: isLogarithmic ? logRange(view) : range, isLogarithmic };
  const isShown: IsShown = isLogarithmic ? (value) => value > 0 : Number.isFinite;
  const places = plotPlaces(room, reach);
  return {
    clipped: figureElements(view, places, isShown, palette),
    points: pointElements(view, places, room, isShown, palette),
    names: hasEndLabels(width) ? nameElements(view, places, room, months, isShown, palette) : [],
  };
}

function widened({ x, y, width, height }: PlotRoom): PlotRoom {
  return { x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge };
}
