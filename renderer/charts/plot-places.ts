import type { Places } from '#shared/export/drawing/series-outlines.ts';
import type { AxisRange } from '#shared/view/axis-range.ts';
import { type MonthRange, type PlotRoom, shareOf } from './geometry.ts';

/** What the axes of a plot reach over. */
export interface PlotReach {
  readonly months: MonthRange;
  readonly values: Pick<AxisRange, 'min' | 'max'>;
  readonly isLogarithmic: boolean;
}

/** Finer than a screen shows; what is written with all its digits takes longer to write and to read. */
const tenth = (pixel: number): number => Math.round(pixel * 10) / 10;

/**
 * Lays the axes of a plot over its room. What is beyond them has its place outside; what is not above zero, which a logarithmic axis has
 * no place for, is given its lower edge.
 */
export function plotPlaces(
  { x: left, y: top, width, height }: PlotRoom,
  { months: [from, to], values: { min, max }, isLogarithmic }: PlotReach,
): Places {
  const laid = (value: number): number => (isLogarithmic ? Math.log10(value) : value);
  const [low, high] = [laid(min), laid(max)];
  const bottom = top + height;
  return {
    x: (month) => tenth(left + shareOf(month, from, to) * width),
    y: (value) =>
      isLogarithmic && !(value > 0) ? bottom : tenth(bottom - shareOf(laid(value), low, high) * height),
  };
}
