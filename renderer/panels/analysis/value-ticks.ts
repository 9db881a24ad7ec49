import { roundRange } from '#shared/view/axis-range.ts';
import { formatNumber } from '#shared/view/format.ts';
import type { AxisTick } from './plot-frame.tsx';

/** A range of round numbers around some values, with its ticks. */
export interface ValueAxis {
  readonly range: readonly [from: number, to: number];
  readonly ticks: readonly AxisTick[];
}

/** Chooses the axis of values in a display unit, which its last tick names. */
export function valueAxis(values: Iterable<number>, unit = ''): ValueAxis {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(most > least)) {
    const middle = Number.isFinite(least) ? least : 0;
    const reach = (Math.abs(middle) || 1) / 2;
    [least, most] = [middle - reach, middle + reach];
  }
  const { min, max, step } = roundRange({ min: least, max: most });
  const decimals = [0, 1, 2, 3].find((places) => isWhole(step * 10 ** places)) ?? 3;
  const count = Math.round((max - min) / step);
  return {
    range: [min, max],
    ticks: Array.from({ length: count + 1 }, (_, place) => {
      const at = min + place * step;
      const text = formatNumber(at, decimals);
      return { at, label: place === count && unit !== '' ? `${text} ${unit}` : text };
    }),
  };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}
