import { roundRange } from '#shared/view/axis-range.ts';
import { formatNumber } from '#shared/view/format.ts';
import type { Distribution } from '../pages/page.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, type PathStep, rectangle, type Shape, straight } from './drawing.ts';
import { markRows } from './mark-rows.ts';
import { valueScale, valueTicks } from './scale.ts';
import { axisText, valueAxis, valueAxisRoom } from './value-axis.ts';

const rowHeight = 15;
const percent = { min: 0, max: 100, step: 25 } as const;

/** Draws a distribution: bars for the share of draws, a line for the share up to there, and the values worth a line. */
export function distributionItems(distribution: Distribution, room: Box): (Shape | Label)[] {
  const { edges, shares, cumulative, marks } = distribution;
  const range = roundRange({ min: 0, max: Math.max(...shares, 1e-9) });
  const [low, high] = stretch(edges);
  const left = room.left + valueAxisRoom(range);
  const right = room.right - (cumulative === null ? 12 : valueAxisRoom(percent) + 4);
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  const rows = markRows(
    marks.map(({ label, at }) => ({ text: label, x: x(at) })),
    left,
    right,
  );
  const count = Math.max(1, ...rows.map(({ row }) => row + 1));
  const box = { left, right, top: room.top + 4 + count * rowHeight, bottom: room.bottom - 34 };
  const y = valueScale(range, box);
  const bars = shares.map((share, bar): Shape => {
    const [from, to] = [x(edges[bar] ?? low), x(edges[bar + 1] ?? high)];
    const inset = Math.min(1, (to - from) * 0.1);
    // A figure that never varies has a bar without a width.
    const ends =
      to - from < 2 ? { left: from - 6, right: from + 6 } : { left: from + inset, right: to - inset };
    return {
      kind: 'shape',
      path: rectangle({ ...ends, top: y(share), bottom: box.bottom }),
      fill: toneColours['data-1'],
      fillOpacity: 0.75,
    };
  });
  return [
    ...valueAxis(range, box, y),
    ...bars,
    ...(cumulative === null ? [] : cumulativeLine(cumulative, edges, x, box)),
    ...rows.flatMap(({ text, x: at, row, anchor, place }): (Shape | Label)[] => [
      {
        kind: 'shape',
        path: straight(at, box.top - rowHeight * row - 2, at, box.bottom),
        stroke: colours.ink,
        strokeWidth: 0.8,
        dash: [3, 3],
      },
      {
        kind: 'label',
        text,
        x: place,
        y: box.top - rowHeight * row - 6,
        size: 11,
        weight: 600,
        anchor,
        fill: colours.ink,
      },
    ]),
    ...acrossAxis(distribution, [low, high], x, box, room),
    ...keyOf(distribution, box, room),
  ];
}

/** The ends of the axis; a single value stands in the middle of a stretch of its own size. */
function stretch(edges: readonly number[]): readonly [number, number] {
  const [low = 0, high = 1] = [edges[0], edges.at(-1)];
  if (high > low) return [low, high];
  const around = Math.abs(low) / 2 || 1;
  return [low - around, low + around];
}

function cumulativeLine(
  cumulative: readonly number[],
  edges: readonly number[],
  x: (value: number) => number,
  box: Box,
): (Shape | Label)[] {
  const y = valueScale(percent, box);
  const path = cumulative.map(
    (share, bar): PathStep => [bar === 0 ? 'M' : 'L', x(edges[bar + 1] ?? Number.NaN), y(share)],
  );
  return [
    ...valueTicks(percent).map(
      ({ value, label }): Label => ({
        ...axisText,
        text: label,
        x: box.right + 6,
        y: y(value) + axisText.size * 0.36,
        anchor: 'start',
        fill: toneColours['data-2'],
      }),
    ),
    { kind: 'shape', path, stroke: toneColours['data-2'], strokeWidth: 2 },
  ];
}

function acrossAxis(
  { unit }: Distribution,
  [low, high]: readonly [number, number],
  x: (value: number) => number,
  box: Box,
  room: Box,
): (Shape | Label)[] {
  const range = roundRange({ min: low, max: high });
  const ticks = valueTicks({ ...range, step: range.step / 2 }).filter(
    ({ value }) => value >= low && value <= high,
  );
  const shown = ticks.length > 12 ? ticks.filter((_, at) => at % 2 === 0) : ticks;
  return [
    ...shown.flatMap(({ value, label }): (Shape | Label)[] => [
      {
        kind: 'shape',
        path: straight(x(value), box.bottom, x(value), box.bottom + 4),
        stroke: colours.faint,
        strokeWidth: 1,
      },
      { ...axisText, text: label, x: x(value), y: box.bottom + 16, anchor: 'middle' },
    ]),
    { ...axisText, text: unit, x: (box.left + box.right) / 2, y: room.bottom - 4, anchor: 'middle' },
  ];
}

/** Says what the two axes measure. */
function keyOf({ cumulative, shares }: Distribution, box: Box, room: Box): Label[] {
  const bars: Label = {
    ...axisText,
    text: `% of draws per bar (${formatNumber(shares.length, 0)} bars)`,
    x: room.left,
    y: room.bottom - 4,
    anchor: 'start',
    fill: toneColours['data-1'],
  };
  const line: Label = {
    ...axisText,
    text: '% of draws up to here',
    x: box.right + valueAxisRoom(percent),
    y: room.bottom - 4,
    anchor: 'end',
    fill: toneColours['data-2'],
  };
  return cumulative === null ? [bars] : [bars, line];
}
