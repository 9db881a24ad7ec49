import { chartValue } from '#shared/view/spoken.ts';
import { type Tornado, tornadoBarName } from '../pages/page.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, rectangle, type Shape, straight } from './drawing.ts';
import { fitText, textWidth } from './text-width.ts';

const size = 11.5;
const valueRoom = 64;

/** Draws a tornado: for each input how far its low and its high end move the measure from the base. */
export function tornadoItems(tornado: Tornado, room: Box): (Shape | Label)[] {
  const { bars, base } = tornado;
  const names = Math.min(
    (room.right - room.left) * 0.4,
    Math.max(0, ...bars.map((bar) => textWidth(tornadoBarName(bar), size))) + 12,
  );
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const least = Math.min(base, ...ends);
  const most = Math.max(base, ...ends);
  const box = {
    left: room.left + names + valueRoom,
    right: room.right - valueRoom,
    top: room.top + 18,
    bottom: room.bottom - 4,
  };
  const x = (value: number) =>
    most > least
      ? box.left + ((value - least) / (most - least)) * (box.right - box.left)
      : (box.left + box.right) / 2;
  const step = Math.min(34, (box.bottom - box.top) / Math.max(1, bars.length));
  const text = { kind: 'label', size, weight: 400, fill: colours.text } as const;
  const items = bars.flatMap((bar, at): (Shape | Label)[] => {
    const top = box.top + step * at + step * 0.16;
    const bottom = top + step * 0.68;
    const middle = (top + bottom) / 2 + size * 0.36;
    const stretch = (to: number) => ({
      left: Math.min(x(base), x(to)),
      right: Math.max(x(base), x(to)),
      top,
      bottom,
    });
    const [lower, upper] = bar.low <= bar.high ? [bar.low, bar.high] : [bar.high, bar.low];
    return [
      {
        ...text,
        text: fitText(tornadoBarName(bar), names - 8, size),
        x: room.left,
        y: middle,
        anchor: 'start',
      },
      { kind: 'shape', path: rectangle(stretch(bar.low)), fill: toneColours['data-2'] },
      { kind: 'shape', path: rectangle(stretch(bar.high)), fill: toneColours['data-1'] },
      {
        ...text,
        text: chartValue(tornado, lower),
        x: Math.min(x(lower), x(base)) - 5,
        y: middle,
        anchor: 'end',
      },
      {
        ...text,
        text: chartValue(tornado, upper),
        x: Math.max(x(upper), x(base)) + 5,
        y: middle,
        anchor: 'start',
      },
    ];
  });
  return [
    ...items,
    {
      kind: 'shape',
      path: straight(x(base), box.top - 4, x(base), box.bottom),
      stroke: colours.ink,
      strokeWidth: 1,
    },
    {
      ...text,
      text: `Base ${chartValue(tornado, base)}`,
      x: x(base),
      y: box.top - 8,
      anchor: 'middle',
      weight: 600,
    },
  ];
}
