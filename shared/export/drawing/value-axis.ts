import type { AxisRange } from '#shared/view/axis-range.ts';
import { colours } from './colours.ts';
import { type Box, type Label, type Shape, straight } from './drawing.ts';
import { valueTicks } from './scale.ts';
import { textWidth } from './text-width.ts';

/** The size of the figures and names along axes. */
export const axisSize = 11;

/** How the words along axes look. */
export const axisText = { kind: 'label', size: axisSize, weight: 400, fill: colours.faint } as const;

/** Tells the room the figures of a value axis need beside the plot. */
export function valueAxisRoom(range: AxisRange): number {
  const widths = valueTicks(range).map(({ label }) => textWidth(label, axisSize));
  return Math.ceil(Math.max(...widths)) + 8;
}

/** Draws the lines of a value axis across a box and the figures beside them. */
export function valueAxis(range: AxisRange, box: Box, y: (value: number) => number): (Shape | Label)[] {
  return valueTicks(range).flatMap(({ value, label }): (Shape | Label)[] => [
    {
      kind: 'shape',
      path: straight(box.left, y(value), box.right, y(value)),
      stroke: value === 0 ? colours.faint : colours.grid,
      strokeWidth: value === 0 ? 1 : 0.8,
    },
    { ...axisText, text: label, x: box.left - 6, y: y(value) + axisSize * 0.36, anchor: 'end' },
  ]);
}
