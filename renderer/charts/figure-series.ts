import type { ChartView } from '#shared/view/chart.ts';
import { type ChartFrame, logRange } from './chart-frame.ts';
import { figureElements, type IsShown, pointElements } from './figure-elements.ts';
import { hasEndLabels } from './geometry.ts';
import { nameElements } from './name-elements.ts';
import { type PlotReach, type PlotRoom, plotPlaces } from './plot-places.ts';

/** Half of the thickest line: one along an edge of the plot is seen whole. */
const edge = 1;

/**
 * Gives the figures of a chart as a series that draws itself, in the place of its one point. The outlines are those of exported pictures
 * and slides; lines and areas of ECharts' own would be worked out there a second time, point by point, for stacking, symbols and states
 * this chart has none of.
 */
export function figureSeries(view: ChartView, frame: ChartFrame): object {
  const { palette, months, range, isLogarithmic, width } = frame;
  const reach: PlotReach = { months, values: isLogarithmic ? logRange(view) : range, isLogarithmic };
  const isShown: IsShown = isLogarithmic ? (value) => value > 0 : Number.isFinite;
  return {
    id: 'figures',
    type: 'custom',
    silent: true,
    clip: false,
    data: [[1, 1]],
    z: 3,
    renderItem: ({ coordSys: room }: { readonly coordSys: PlotRoom }) => {
      const places = plotPlaces(room, reach);
      return {
        type: 'group',
        children: [
          {
            type: 'group',
            clipPath: { type: 'rect', shape: widened(room) },
            children: figureElements(view, places, isShown, palette),
          },
          // ECharts leaves what stood in a group where nothing takes its place, unless told not to merge.
          {
            type: 'group',
            $mergeChildren: false,
            children: [
              ...pointElements(view, places, room, isShown, palette),
              ...(hasEndLabels(width) ? nameElements(view, places, room, months, isShown, palette) : []),
            ],
          },
        ],
      };
    },
  };
}

function widened({ x, y, width, height }: PlotRoom): PlotRoom {
  return { x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge };
}
