import { chartValue } from '#shared/view/spoken.ts';
import type { HeatMap } from '../pages/page.ts';
import { colours } from './colours.ts';
import { type Box, type Label, rectangle, type Shape } from './drawing.ts';

const size = 11;
const light = [0xee, 0xf3, 0xfa] as const;
const dark = [0x1f, 0x5f, 0xae] as const;

/** Draws a measure over two inputs: a cell per pair, the deeper the larger, each with its figure. */
export function heatItems(map: HeatMap, room: Box): (Shape | Label)[] {
  const all = map.values.flat().filter((value) => Number.isFinite(value));
  const least = Math.min(...all);
  const most = Math.max(...all);
  const box = { left: room.left + 110, right: room.right - 8, top: room.top + 4, bottom: room.bottom - 38 };
  const wide = (box.right - box.left) / Math.max(1, map.across.ticks.length);
  const high = (box.bottom - box.top) / Math.max(1, map.up.ticks.length);
  const text = { kind: 'label', size, weight: 400, fill: colours.text } as const;
  const cells = map.values.flatMap((row, upAt) =>
    row.flatMap((value, acrossAt): (Shape | Label)[] => {
      const left = box.left + wide * acrossAt;
      const top = box.bottom - high * (upAt + 1);
      const share = most > least && Number.isFinite(value) ? (value - least) / (most - least) : 0;
      return [
        {
          kind: 'shape',
          path: rectangle({ left: left + 1, right: left + wide - 1, top: top + 1, bottom: top + high - 1 }),
          fill: Number.isFinite(value) ? mixed(share) : colours.grid,
        },
        {
          ...text,
          text: chartValue(map, value),
          x: left + wide / 2,
          y: top + high / 2 + size * 0.36,
          anchor: 'middle',
          fill: share > 0.55 ? colours.surface : colours.ink,
        },
      ];
    }),
  );
  return [
    ...cells,
    ...map.across.ticks.map(
      (tick, at): Label => ({
        ...text,
        text: tick,
        x: box.left + wide * (at + 0.5),
        y: box.bottom + 15,
        anchor: 'middle',
      }),
    ),
    ...map.up.ticks.map(
      (tick, at): Label => ({
        ...text,
        text: tick,
        x: box.left - 6,
        y: box.bottom - high * (at + 0.5) + size * 0.36,
        anchor: 'end',
      }),
    ),
    {
      ...text,
      text: map.across.label,
      x: (box.left + box.right) / 2,
      y: room.bottom - 4,
      anchor: 'middle',
      weight: 600,
    },
    {
      ...text,
      text: map.up.label,
      x: room.left + size,
      y: (box.top + box.bottom) / 2,
      anchor: 'middle',
      weight: 600,
      isUpright: true,
    },
  ];
}

function mixed(share: number): string {
  const part = (at: 0 | 1 | 2) => Math.round(light[at] + (dark[at] - light[at]) * share);
  return `#${[part(0), part(1), part(2)].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}
