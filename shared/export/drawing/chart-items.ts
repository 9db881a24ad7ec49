import type { ChartView } from '#shared/view/chart.ts';
import { axes, references, timeMarks } from './axes.ts';
import type { Box, Label, Plot, Shape } from './drawing.ts';
import { endLabelRoom, endLabels } from './end-labels.ts';
import { makeScale, valueRange } from './scale.ts';
import { seriesShapes } from './series-shapes.ts';
import { valueAxisRoom } from './value-axis.ts';

/** Draws a chart in a room: grid and axes, stacks, fans and lines, what is marked, and the names of all of it. */
export function chartItems(view: ChartView, room: Box): { items: (Shape | Label)[]; plot: Plot } {
  const range = valueRange(view);
  const box: Box = {
    left: room.left + valueAxisRoom(range),
    right: room.right - Math.ceil(endLabelRoom(view)),
    top: room.top,
    bottom: room.bottom - 20,
  };
  const scale = makeScale(view, range, box);
  return {
    items: [
      ...references(view, scale),
      ...axes(view, scale),
      ...seriesShapes(view, scale),
      ...timeMarks(view, scale),
      ...endLabels(view, scale),
    ],
    plot: { ...box, months: [0, view.timeline.months], values: [range.min, range.max] },
  };
}
