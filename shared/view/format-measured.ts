import { type DisplayUnit, displayUnit, thinSpace } from './display-unit.ts';
import { decimalsFor, formatIn, formatNumber, noAnswer } from './format.ts';

/** A figure never shows more significant digits than this, however small its error. */
const mostDigits = 6;

/** An error this small, relative to the figure, is one of rounding: the draws agree. */
const noise = 1e-9;

/**
 * Writes a figure with the digits its sampling error supports: the last digit stands at the power of ten nearest to one
 * standard error, so `4.9183 GW ± 0.034` is `4.9 GW` and `$1,234B ± 56` is `$1,200B`. A figure without an
 * error is written to three significant digits; one that is certain, too.
 */
export function formatMeasured(value: number, error: number, unit: DisplayUnit): string {
  if (!Number.isFinite(value)) return noAnswer;
  const [shown, off] = [value * unit.factor, error * unit.factor];
  if (!(off > noise * Math.abs(shown))) return formatIn(value, unit);
  const place = 10 ** Math.round(Math.log10(off));
  if (Math.abs(shown) < place / 2) return formatIn(0, unit, Math.min(3, decimalsOf(place)));
  const finest = 10 ** (Math.floor(Math.log10(Math.abs(shown))) + 1 - mostDigits);
  const rounded = place > 1 ? Math.round(shown / place) * place : shown;
  return formatIn(rounded / unit.factor, unit, decimalsOf(Math.max(place, finest)));
}

/** Writes a range in one unit with the digits that the larger error of its ends supports, at most three: `3.4–5.0 GW`. */
export function formatMeasuredRange(
  low: number,
  high: number,
  error: number,
  unit: string,
  looksLike: 'share' | 'ratio' = 'share',
): string {
  const shown = displayUnit(unit, Math.max(Math.abs(low), Math.abs(high)), looksLike);
  const usual = decimalsFor(high * shown.factor);
  const off = error * shown.factor;
  const place = off > 0 ? 10 ** Math.round(Math.log10(off)) : 0;
  const decimals = place > 0 ? Math.min(usual, decimalsOf(place)) : usual;
  const number = (value: number): string => {
    const scaled = value * shown.factor;
    return formatNumber(place > 1 ? Math.round(scaled / place) * place : scaled, decimals);
  };
  return `${shown.prefix}${number(low)}–${number(high)}${shown.suffix}`;
}

/** Writes a sampling error, one standard deviation, to two significant digits: `±0.034 GW`. */
export function formatError(error: number, unit: DisplayUnit): string {
  if (!Number.isFinite(error)) return noAnswer;
  const off = error * unit.factor < noise ? 0 : error * unit.factor;
  const decimals = off === 0 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(off)));
  return `±${unit.prefix}${formatNumber(off, Math.min(decimals, 9))}${unit.suffix}`;
}

/** Writes a share with the digits its sampling error supports: `12.3 %`; one that no draw or every draw shows as a bound. */
export function formatMeasuredShare(share: number, error: number): string {
  const percent: DisplayUnit = { factor: 100, label: '%', prefix: '', suffix: `${thinSpace}%` };
  if (!Number.isFinite(share)) return noAnswer;
  if (share === 0)
    return `under ${formatIn(threeErrors(error), percent, decimalsFor(threeErrors(error) * 100))}`;
  if (share === 1) {
    const decimals = Math.max(1, -Math.floor(Math.log10(threeErrors(error) * percent.factor)));
    return `over ${formatIn(1 - threeErrors(error), percent, Math.min(decimals, mostDigits))}`;
  }
  return formatMeasured(share, error, percent);
}

/** The bound at 95 % where something was seen in no draw: the rule of three, of which the error is the 1.96th part. */
function threeErrors(error: number): number {
  return error * 1.959963984540054;
}

function decimalsOf(place: number): number {
  return Math.max(0, -Math.round(Math.log10(place)));
}
