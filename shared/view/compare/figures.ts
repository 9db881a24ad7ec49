import type { MeasureInfo } from '#shared/engine/projection.ts';
import { type DisplayUnit, displayUnit, looksLike } from '../display-unit.ts';
import { decimalsFor, formatIn, formatNumber, noAnswer } from '../format.ts';

/** Writes figures of one measure in one unit, so that they can be compared at a glance. */
export interface FigureWriter {
  readonly unit: DisplayUnit;
  /** Writes a figure to no more digits than its sampling error supports. */
  readonly value: (value: number, error?: number) => string;
  /** Writes a change with its sign. */
  readonly change: (value: number, error?: number) => string;
  /** Writes a sampling error: `± 0.4`. */
  readonly error: (error: number) => string;
}

/** Chooses the unit by the largest of some figures. */
export function figureWriter(
  info: Pick<MeasureInfo, 'id' | 'unit'>,
  figures: readonly number[],
): FigureWriter {
  const unit = sharedUnit(info, figures);
  const step = unitOfChange(unit);
  const decimals = (value: number, error: number): number =>
    supportedDecimals(value * unit.factor, error * unit.factor);
  const value = (figure: number, error = 0): string => formatIn(figure, unit, decimals(figure, error));
  return {
    unit,
    value,
    change: (figure, error = 0) => {
      const text = formatIn(figure, step, decimals(figure, error));
      return figure > 0 && !isZero(text) ? `+${text}` : text;
    },
    error: (error) => {
      if (!Number.isFinite(error)) return noAnswer;
      const shown = error * unit.factor;
      return `±\u202f${formatNumber(shown, errorDecimals(shown))}`;
    },
  };
}

/**
 * Chooses one unit for all: that of the largest figure, or a smaller one where another would be less than one in it and the largest
 * can still be read.
 */
function sharedUnit(info: Pick<MeasureInfo, 'id' | 'unit'>, figures: readonly number[]): DisplayUnit {
  const sizes = figures.map(Math.abs).filter((size) => size > 0);
  const [least, most] = [Math.min(...sizes), sizes.length === 0 ? 0 : Math.max(...sizes)];
  const usual = displayUnit(info.unit, most, looksLike(info));
  if (!(least * usual.factor < 1)) return usual;
  const finer = displayUnit(info.unit, least, looksLike(info));
  return most * finer.factor < 10_000 ? finer : usual;
}

/** A change of a share is in points, and says no more of its unit than it must. */
function unitOfChange(unit: DisplayUnit): DisplayUnit {
  if (unit.label === '%') return { ...unit, suffix: '\u202fpp' };
  return { ...unit, suffix: unit.suffix.replace(/ per .*$|\u202f(?:H100e|chips)$/, '') };
}

/** Writes a relative change in per cent; a dash where there is nothing to be relative to. */
export function percentChange(change: number, base: number): string {
  const percent = (change / Math.abs(base)) * 100;
  if (!Number.isFinite(percent)) return noAnswer;
  const decimals = Math.abs(percent) < 9.95 ? 1 : 0;
  const text = formatNumber(percent, decimals);
  return `${percent > 0 && !isZero(text) ? '+' : ''}${text}\u202f%`;
}

/** Decimals at which the last digit is not finer than the first digit of the error. */
function supportedDecimals(value: number, error: number): number {
  const usual = decimalsFor(value);
  return error > 0 ? Math.min(usual, Math.max(0, -Math.floor(Math.log10(error)))) : usual;
}

/** Two digits of an error say all there is to say. */
function errorDecimals(error: number): number {
  return error > 0 ? Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(error)))) : 0;
}

function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}
