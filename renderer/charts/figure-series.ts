import type { ChartView } from '#shared/view/chart.ts';
import { type ChartFrame, logRange } from './chart-frame.ts';
import { figureElements, type IsShown, nameElements } from './figure-elements.ts';
import { hasEndLabels } from './geometry.ts';

import { type PlotReach, type PlotRoom, plotPlaces } from './plot-places.ts';

/** What ECharts tells of the room it draws in. */
interface DrawnIn {
  readonly coordSys: PlotRoom;
}

/**
 * Gives the figures of a chart as series that draw themselves. The outlines are those of exported pictures and slides; lines and areas of
 * ECharts' own would be worked out there a second time, point by point, for stacking, symbols and states this chart has none of.
 */
export function figureSeries(view: ChartView, frame: ChartFrame): object[] {
  const { palette, months, range, isLogarithmic, width } = frame;
  const reach: PlotReach = { months, values: isLogarithmic ? logRange(view) : range, isLogarithmic };
  const isShown: IsShown = isLogarithmic ? (value) => value > 0 : Number.isFinite;
  const figures = drawnBy('figures', true, ({ coordSys }) =>
    figureElements(view, plotPlaces(coordSys, reach), isShown, palette),
  );
  if (!hasEndLabels(width)) return [figures];
  const names = drawnBy('names', false, ({ coordSys }) => {
    const { y: top, height } = coordSys;
    const sides = { top, bottom: top + height };
    return nameElements(view, plotPlaces(coordSys, reach), sides, months, isShown, palette);
  });
  return [figures, names];
}

/** A series of one point, in whose place everything is drawn. */
function drawnBy(id: string, clip: boolean, children: (drawnIn: DrawnIn) => readonly object[]): object {
  return {
    id,
    type: 'custom',
    silent: true,
    clip,
    data: [[1, 1]],
    z: 3,
    renderItem: (drawnIn: DrawnIn) => ({ type: 'group', children: children(drawnIn) }),
  };
}
