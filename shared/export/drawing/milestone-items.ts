import { dataTone } from '#shared/view/chart.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import type { Milestones } from '../pages/page.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, type Shape, straight } from './drawing.ts';
import { marker } from './marker.ts';
import { fitText, textWidth } from './text-width.ts';
import { axisText } from './value-axis.ts';

const size = 11;
const nameRoom = 190;
const dateRoom = 64;
/** With more scenarios than these a move is told without its date. */
const datedAtMost = 2;
const headHeight = 40;
const tallestRow = 30;

/** Draws what happens when: a row for each event, a sign for each scenario on one time line, and what moved beside it. */
export function milestoneItems(milestones: Milestones, room: Box): (Shape | Label)[] {
  const { start, months, names, events } = milestones;
  const others = names.length - 1;
  const isDated = others <= datedAtMost;
  const moveRoom = isDated ? 158 : 104;
  const box = {
    left: room.left + nameRoom + dateRoom,
    right: room.right - 14 - moveRoom * others,
    top: room.top + headHeight,
    bottom: room.bottom,
  };
  const row = Math.min(tallestRow, (box.bottom - box.top) / Math.max(1, events.length));
  const x = (month: number) => box.left + (Math.min(months, month) / months) * (box.right - box.left);
  const text = { kind: 'label', size, weight: 400, fill: colours.text } as const;
  const last = box.top + row * events.length;
  const ticks = timeTicks(start, [0, months], box.right - box.left).flatMap(
    ({ month, label }): (Shape | Label)[] => [
      {
        kind: 'shape',
        path: straight(x(month), box.top - 4, x(month), last),
        stroke: colours.grid,
        strokeWidth: 0.8,
      },
      { ...axisText, text: label, x: x(month), y: box.top - 8, anchor: 'middle' },
    ],
  );
  const rows = events.flatMap((event, at): (Shape | Label)[] => {
    const middle = box.top + row * (at + 0.5);
    const places = event.months.flatMap((month) => (month === null ? [] : [x(month)]));
    const span: Shape[] =
      places.length > 1
        ? [
            {
              kind: 'shape',
              path: straight(Math.min(...places), middle, Math.max(...places), middle),
              stroke: colours.faint,
              strokeWidth: 1.2,
            },
          ]
        : [];
    return [
      {
        ...text,
        text: fitText(event.label, nameRoom - 12, size),
        x: room.left,
        y: middle + 4,
        anchor: 'start',
        fill: colours.ink,
      },
      ...span,
      // The base lies on top of whoever stands at the same place.
      ...event.months
        .flatMap((month, scenario) => (month === null ? [] : [marker(scenario, x(month), middle)]))
        .reverse(),
      {
        ...text,
        text: event.dates[0] ?? '',
        x: room.left + nameRoom,
        y: middle + 4,
        anchor: 'start',
      },
      ...event.moves.slice(1).map(
        (move, place): Label => ({
          ...text,
          text: fitText(moveText(move, event.dates[place + 1] ?? '', isDated), moveRoom - 8, size),
          x: box.right + 14 + moveRoom * place,
          y: middle + 4,
          anchor: 'start',
          fill: move === '' ? colours.faint : toneColours[dataTone(place + 1)],
        }),
      ),
    ];
  });
  return [...keyItems(names, room), ...ticks, ...rows];
}

function moveText(move: string, date: string, isDated: boolean): string {
  if (move === '') return 'the same';
  return isDated && date !== 'never' ? `${date}, ${move}` : move;
}

/** Says which sign stands for which scenario. */
function keyItems(names: readonly string[], room: Box): (Shape | Label)[] {
  let left = room.left;
  return names.flatMap((name, at): (Shape | Label)[] => {
    const own = fitText(name, 210, 11.5, 600);
    const place = left;
    left += textWidth(own, 11.5, 600) + 34;
    return [
      marker(at, place + 6, room.top + 6),
      {
        kind: 'label',
        text: own,
        x: place + 16,
        y: room.top + 10,
        size: 11.5,
        weight: 600,
        anchor: 'start',
        fill: toneColours[dataTone(at)],
      },
    ];
  });
}
