import { roundRange } from '#shared/view/axis-range.ts';
import { chartValue } from '#shared/view/spoken.ts';
import type { Waterfall } from '../pages/page.ts';
import { waterfallBars } from '../pages/waterfall-bars.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, rectangle, type Shape, straight } from './drawing.ts';
import { wrapText } from './text-width.ts';

const size = 11.5;

/** Draws a bridge: totals stand on the axis, changes hang on what is before them, joined by thin lines. */
export function waterfallItems(waterfall: Waterfall, room: Box): (Shape | Label)[] {
  const bars = waterfallBars(waterfall);
  const range = roundRange({
    min: Math.min(0, ...bars.map(({ from, to }) => Math.min(from, to))),
    max: Math.max(0, ...bars.map(({ from, to }) => Math.max(from, to))),
  });
  const box = { ...room, top: room.top + 14, bottom: room.bottom - 3 * (size + 2) - 6 };
  const y = (value: number) =>
    box.bottom - ((value - range.min) / (range.max - range.min)) * (box.bottom - box.top);
  const step = (box.right - box.left) / Math.max(1, bars.length);
  return [
    { kind: 'shape', path: straight(box.left, y(0), box.right, y(0)), stroke: colours.faint, strokeWidth: 1 },
    ...bars.flatMap(({ label, kind, value, from, to }, at): (Shape | Label)[] => {
      const left = box.left + step * at + step * 0.15;
      const right = left + step * 0.7;
      const top = Math.min(y(from), y(to));
      const bottom = Math.max(y(from), y(to));
      const fill =
        kind === 'total' ? toneColours['data-6'] : value >= 0 ? toneColours['data-1'] : toneColours['data-2'];
      const next = bars[at + 1];
      return [
        { kind: 'shape', path: rectangle({ left, right, top, bottom: Math.max(bottom, top + 1) }), fill },
        ...(next
          ? [
              {
                kind: 'shape' as const,
                path: straight(right, y(to), right + step * 0.3, y(to)),
                stroke: colours.faint,
                strokeWidth: 0.8,
              },
            ]
          : []),
        {
          kind: 'label',
          text: changeText(waterfall, kind, value),
          x: (left + right) / 2,
          y: top - 5,
          size,
          weight: 600,
          anchor: 'middle',
          fill: colours.ink,
        },
        ...wrapText(label, step * 0.95, size, 400, 3).map(
          (text, line): Label => ({
            kind: 'label',
            text,
            x: (left + right) / 2,
            y: box.bottom + 16 + line * (size + 2),
            size,
            weight: 400,
            anchor: 'middle',
            fill: colours.text,
          }),
        ),
      ];
    }),
  ];
}

/** Writes a change with its sign and a total without. */
export function changeText(
  unit: Pick<Waterfall, 'prefix' | 'suffix'>,
  kind: 'total' | 'change',
  value: number,
): string {
  return `${kind === 'change' && value > 0 ? '+' : ''}${chartValue(unit, value)}`;
}
