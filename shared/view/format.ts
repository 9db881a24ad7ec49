import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthLabelAt, monthLabelEnding } from './calendar.ts';
import { type DisplayUnit, displayUnit, thinSpace } from './display-unit.ts';

/** What stands where there is no answer. */
export const noAnswer = '–';

const minus = '\u2212';

/** Writes a number with the given decimals, thousands apart, a true minus sign, and a dash for no answer. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return noAnswer;
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const isZero = Number(text) === 0;
  return `${value < 0 && !isZero ? minus : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Gives the decimals that show a value to three significant digits, never more than three of them. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(size) || size < 0.0005) return 0;
  if (size >= 99.95) return 0;
  if (size >= 9.995) return 1;
  return size >= 0.0995 ? 2 : 3;
}

/** Writes a value in its display unit to three significant digits: `$18.0B`, `4.92 GW`, `23.1 %`. */
export function formatIn(value: number, unit: DisplayUnit, decimals?: number): string {
  if (!Number.isFinite(value)) return noAnswer;
  const shown = value * unit.factor;
  const number = formatNumber(shown, decimals ?? decimalsFor(shown));
  const sign = number.startsWith(minus) ? minus : '';
  return `${sign}${unit.prefix}${sign ? number.slice(1) : number}${unit.suffix}`;
}

/** Writes a value of a measure's unit, choosing the multiple of the unit by the size of the value. */
export function formatQuantity(value: number, unit: string, looksLike: 'share' | 'ratio' = 'share'): string {
  return formatIn(value, displayUnit(unit, value, looksLike));
}

/** Writes an amount of money: `$18.0B`. */
export function formatMoney(value: number): string {
  return formatQuantity(value, 'USD');
}

/** Writes an amount that was stated as a round number without false digits: `$100B`, `5 GW`. */
export function formatRound(value: number, unit: string): string {
  const shown = displayUnit(unit, value);
  const scaled = Number((value * shown.factor).toPrecision(4));
  const decimals = Number.isInteger(scaled) ? 0 : decimalsFor(scaled);
  return formatIn(value, shown, decimals);
}

/** Writes a power in MW: `4.92 GW`. */
export function formatPower(megawatts: number): string {
  return formatQuantity(megawatts, 'MW');
}

/** Writes a share of one as per cent without false digits: `23 %`, `4.2 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const decimals = Math.abs(percent) < 9.95 && !Number.isInteger(percent) ? 1 : 0;
  return Number.isFinite(percent) ? `${formatNumber(percent, decimals)}${thinSpace}%` : noAnswer;
}

/** Writes a ratio to one: `5.6:1`. */
export function formatRatio(value: number): string {
  return Number.isFinite(value) ? `${formatNumber(value, value >= 9.95 ? 0 : 1)}:1` : noAnswer;
}

/** Writes a length of time in months as years where that reads better: `7 months`, `4.7 years`. */
export function formatDuration(months: number): string {
  if (!Number.isFinite(months)) return noAnswer;
  const size = Math.abs(months);
  if (size < 23.5) {
    const whole = Math.round(months);
    return `${formatNumber(whole, 0)} month${Math.abs(whole) === 1 ? '' : 's'}`;
  }
  const years = months / 12;
  const decimals = Math.abs(years - Math.round(years)) < 0.05 ? 0 : 1;
  return `${formatNumber(years, decimals)} years`;
}

/** Writes a value that is itself a time (months since the start): the month that begins there, or the one that ends there. */
export function formatWhen(
  value: number,
  start: YearMonth,
  { isBeginning = false }: { readonly isBeginning?: boolean },
): string {
  if (!Number.isFinite(value)) return noAnswer;
  return isBeginning ? monthLabelAt(start, value) : monthLabelEnding(start, value);
}
