import type { ChartView } from '#shared/view/chart.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { colours } from './colours.ts';
import { type Label, rectangle, type Shape, straight } from './drawing.ts';
import type { Scale } from './scale.ts';
import { axisText, valueAxis } from './value-axis.ts';

/** Draws the grid and both axes of a chart. */
export function axes(view: ChartView, scale: Scale): (Shape | Label)[] {
  const { box, range } = scale;
  const ticks = timeTicks(view.timeline.start, [0, view.timeline.months], box.right - box.left);
  const times = ticks.flatMap(({ month, label }): (Shape | Label)[] => [
    {
      kind: 'shape',
      path: straight(scale.x(month), box.bottom, scale.x(month), box.bottom + 4),
      stroke: colours.faint,
      strokeWidth: 1,
    },
    { ...axisText, text: label, x: scale.x(month), y: box.bottom + 16, anchor: 'middle' },
  ]);
  return [...valueAxis(range, box, scale.y), ...times];
}

/** Shades the ranges and draws the levels a chart compares with. */
export function references(view: ChartView, scale: Scale): (Shape | Label)[] {
  const { box } = scale;
  return view.references.flatMap((reference): (Shape | Label)[] => {
    const top = scale.y(reference.to ?? reference.from);
    const bottom = scale.y(reference.from);
    const label: Label = {
      kind: 'label',
      text: reference.label,
      x: box.right - 6,
      y: reference.to === null ? top - 4 : top + 13,
      size: 10,
      weight: 400,
      anchor: 'end',
      fill: colours.faint,
    };
    return reference.to === null
      ? [
          {
            kind: 'shape',
            path: straight(box.left, top, box.right, top),
            stroke: colours.faint,
            dash: [4, 3],
          },
          label,
        ]
      : [
          {
            kind: 'shape',
            path: rectangle({ left: box.left, right: box.right, top, bottom }),
            fill: colours.reference,
          },
          label,
        ];
  });
}

/** Draws what happens at a point in time; marks that would lie on one another are joined. */
export function timeMarks(view: ChartView, scale: Scale): (Shape | Label)[] {
  const { box } = scale;
  const groups: { x: number; labels: string[] }[] = [];
  for (const mark of [...view.marks].sort((a, b) => a.month - b.month)) {
    const x = scale.x(mark.month);
    const last = groups[groups.length - 1];
    if (last && x - last.x < 13) last.labels.push(mark.label);
    else groups.push({ x, labels: [mark.label] });
  }
  return groups.flatMap(({ x, labels }): (Shape | Label)[] => [
    {
      kind: 'shape',
      path: straight(x, box.top, x, box.bottom),
      stroke: colours.faint,
      strokeWidth: 0.8,
      dash: [1, 3],
    },
    {
      kind: 'label',
      text: labels.length > 1 ? `${labels[0]} +${labels.length - 1}` : (labels[0] ?? ''),
      // Beside the axis a name would lie on the figures of the ticks.
      x: x - box.left < 16 ? x + 11 : x - 3,
      y: box.top + 2,
      size: 10,
      weight: 400,
      anchor: 'end',
      fill: colours.text,
      isUpright: true,
    },
  ]);
}
