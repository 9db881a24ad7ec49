import { roundRange } from '#shared/view/axis-range.ts';
import type { Curve } from '../pages/page.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, type PathStep, type Shape, straight } from './drawing.ts';
import { valueScale } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';
import { axisSize, axisText, valueAxis, valueAxisRoom } from './value-axis.ts';

const namesAtMost = 170;

/** Draws a measure over values of an input: a line, a band around it where there are draws, a level to be reached. */
export function curveItems(curve: Curve, room: Box): (Shape | Label)[] {
  const { across, values, band, target, label } = curve;
  const range = curveRange(curve);
  const names = [label, band?.label ?? '', target?.label ?? ''].map((text) => textWidth(text, 11.5, 600));
  const box = {
    left: room.left + valueAxisRoom(range),
    right: room.right - Math.min(namesAtMost, Math.max(...names)) - 12,
    top: room.top + 4,
    bottom: room.bottom - 36,
  };
  const y = valueScale(range, box);
  const [low = 0, high = 1] = [across.values[0], across.values.at(-1)];
  const x = (value: number) => box.left + ((value - low) / (high - low || 1)) * (box.right - box.left);
  const points = (figures: readonly number[]) =>
    figures.map(
      (figure, at) => [x(across.values[at] ?? Number.NaN), y(figure), Number.isFinite(figure)] as const,
    );
  return [
    ...valueAxis(range, box, y),
    ...(band === null ? [] : [bandShape(points(band.low), points(band.high))]),
    ...(target === null
      ? []
      : [
          {
            kind: 'shape' as const,
            path: straight(box.left, y(target.value), box.right, y(target.value)),
            stroke: toneColours['data-2'],
            strokeWidth: 1.4,
            dash: [5, 3],
          },
        ]),
    { kind: 'shape', path: linePath(points(values)), stroke: toneColours['data-1'], strokeWidth: 2 },
    ...acrossTicks(curve, x, box, room),
    ...endNames(curve, y, box),
  ];
}

/** The range of a curve's value axis: round numbers around what it reaches. */
export function curveRange({ values, band, target }: Curve) {
  const all = [
    ...values,
    ...(band?.low ?? []),
    ...(band?.high ?? []),
    ...(target === null ? [] : [target.value]),
  ];
  const answers = all.filter(Number.isFinite);
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  // A figure that never changes stands at its height above nothing.
  return roundRange(
    least === most ? { min: Math.min(0, least), max: Math.max(0, most) } : { min: least, max: most },
  );
}

type Points = readonly (readonly [x: number, y: number, isAnswer: boolean])[];

function linePath(points: Points): PathStep[] {
  return points.flatMap(([x, y, isAnswer], at): PathStep[] =>
    isAnswer ? [[points[at - 1]?.[2] === true ? 'L' : 'M', x, y]] : [],
  );
}

/** The area between two lines, a piece for each two neighbours that both have an answer. */
function bandShape(low: Points, high: Points): Shape {
  const path = low.slice(1).flatMap((_, at): PathStep[] => {
    const corners = [low[at], low[at + 1], high[at + 1], high[at]];
    const isWhole = corners.every((corner) => corner?.[2] === true);
    if (!isWhole) return [];
    return [
      ...corners.map(
        (corner, place): PathStep => [place === 0 ? 'M' : 'L', corner?.[0] ?? 0, corner?.[1] ?? 0],
      ),
      ['Z'],
    ];
  });
  return { kind: 'shape', path, fill: toneColours['data-1'], fillOpacity: 0.18 };
}

/** As many of the input's values as there is room for. */
function acrossTicks(
  { across }: Curve,
  x: (value: number) => number,
  box: Box,
  room: Box,
): (Shape | Label)[] {
  const widest = Math.max(...across.texts.map((text) => textWidth(text, axisSize))) + 14;
  const fit = Math.max(1, Math.floor((box.right - box.left) / widest));
  const step = Math.max(1, Math.ceil(across.texts.length / fit));
  const ticks = across.texts.flatMap((text, at): (Shape | Label)[] => {
    if (at % step !== 0) return [];
    const place = x(across.values[at] ?? Number.NaN);
    return [
      {
        kind: 'shape',
        path: straight(place, box.bottom, place, box.bottom + 4),
        stroke: colours.faint,
        strokeWidth: 1,
      },
      { ...axisText, text, x: place, y: box.bottom + 16, anchor: 'middle' },
    ];
  });
  return [
    ...ticks,
    {
      ...axisText,
      text: across.label,
      x: (box.left + box.right) / 2,
      y: room.bottom - 4,
      anchor: 'middle',
      weight: 600,
      fill: colours.text,
    },
  ];
}

/** Names beside the ends, moved apart where they would lie on one another. */
function endNames({ label, values, band, target }: Curve, y: (value: number) => number, box: Box): Label[] {
  const end = values.findLast(Number.isFinite);
  const wanted = [
    ...(end === undefined ? [] : [{ text: label, at: y(end), fill: toneColours['data-1'] }]),
    ...(target === null ? [] : [{ text: target.label, at: y(target.value), fill: toneColours['data-2'] }]),
    ...(band === null
      ? []
      : [{ text: band.label, at: y(band.high.findLast(Number.isFinite) ?? 0), fill: colours.faint }]),
  ].sort((one, other) => one.at - other.at);
  let last = Number.NEGATIVE_INFINITY;
  return wanted.map(({ text, at, fill }): Label => {
    last = Math.max(at, last + 14);
    return {
      kind: 'label',
      text: fitText(text, namesAtMost, 11.5, 600),
      x: box.right + 8,
      y: last + 4,
      size: 11.5,
      weight: 600,
      anchor: 'start',
      fill,
    };
  });
}
