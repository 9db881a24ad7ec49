import type { Parameter } from './spread.ts';

/** Steps that go over a width: fine enough to place a number, coarse enough to read. */
const stepsPerWidth = 50;

/**
 * The step in which a number moves when it is dragged over a picture of the given width (fixed units): a power of ten as
 * the number is spelt, a month or a day for dates. In fixed units.
 */
export function parameterStep({ spelling }: Parameter, width: number): number {
  if (spelling.kind === 'date') return spelling.by === 'month' ? 1 : 1 / 4;
  return roundStep(width / spelling.scale) * spelling.scale;
}

/** The power of ten that goes some fifty times into a width. */
export function roundStep(width: number): number {
  if (!(width > 0)) return 1;
  return Number(`1e${Math.round(Math.log10(width / stepsPerWidth))}`);
}

/** Rounds a value to whole steps, without the digits a division leaves. */
export function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
