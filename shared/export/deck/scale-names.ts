import { textWidth } from '../drawing/text-width.ts';

/** How the steps of a scale are named below a chart. */
export interface ScaleNames {
  /** Turned, where they have no room side by side. */
  readonly isUpright: boolean;
  /** Of how many steps one is named. */
  readonly every: number;
  /** Share of the height of the chart that the names take. */
  readonly height: number;
}

/** What a chart measures on our own slides, in points; on others the names fit about as well. */
const chart = { width: 850, height: 335 } as const;
const size = 12;
const line = 14;

/** Fits the names of a scale's steps into the room that margins leave them. */
export function scaleNames(
  texts: readonly string[],
  { left, right }: { readonly left: number; readonly right: number },
): ScaleNames {
  const room = (chart.width * (1 - left - right)) / Math.max(1, texts.length);
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, size)));
  if (widest + 8 <= room) return { isUpright: false, every: 1, height: (line + 6) / chart.height };
  return {
    isUpright: true,
    every: Math.max(1, Math.ceil(line / room)),
    height: (widest + 10) / chart.height,
  };
}
