import type { Panels } from '../pages/page.ts';
import { axes, timeMarks } from './axes.ts';
import { colours } from './colours.ts';
import type { Box, Label, Shape } from './drawing.ts';
import { makeScale } from './scale.ts';
import { seriesShapes } from './series-shapes.ts';
import { fitText } from './text-width.ts';
import { valueAxisRoom } from './value-axis.ts';

const gap = 22;
const titleHeight = 22;

/** Draws each scenario in a chart of its own, all on one axis so that heights can be compared. */
export function panelItems({ views, range }: Panels, room: Box): (Shape | Label)[] {
  const columns = views.length <= 3 ? views.length : Math.ceil(views.length / 2);
  const rows = Math.ceil(views.length / Math.max(1, columns));
  const width = (room.right - room.left - gap * (columns - 1)) / Math.max(1, columns);
  const height = (room.bottom - room.top - gap * (rows - 1)) / Math.max(1, rows);
  return views.flatMap((view, at): (Shape | Label)[] => {
    const left = room.left + (at % columns) * (width + gap);
    const top = room.top + Math.floor(at / columns) * (height + gap);
    const box = {
      left: left + valueAxisRoom(range),
      right: left + width - 12,
      top: top + titleHeight,
      bottom: top + height - 20,
    };
    const scale = makeScale(view, range, box);
    return [
      {
        kind: 'label',
        text: fitText(view.finding, width, 12, 600),
        x: left,
        y: top + 10,
        size: 12,
        weight: 600,
        anchor: 'start',
        fill: colours.ink,
      },
      ...axes(view, scale),
      ...seriesShapes(view, scale),
      ...timeMarks(view, scale),
    ];
  });
}
