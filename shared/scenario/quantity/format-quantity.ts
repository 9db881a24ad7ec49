import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { describeDimension } from './dimensions.ts';
import { dateAt, formatDate } from './parse-date.ts';
import { parseUnit } from './parse-unit.ts';
import type { Dimension } from './quantity.ts';
import type { Unit } from './unit.ts';
import { combineUnits, convertNumeral } from './unit.ts';

/** One way of writing a value: what stands before and after the number. */
interface Style {
  readonly before: string;
  readonly after: string;
  readonly unit: Unit;
}

/**
 * Writes a fixed value the way an analyst would, as short as it can be without losing a digit: `$100B`, `5 GW`,
 * `18 months`. Reading the text gives the same number back (dates: to the day).
 */
export function formatQuantity(value: number, dimension: Dimension, start: YearMonth | null = null): string {
  if (!Number.isFinite(value)) return '–';
  if (dimension === 'date') return formatDate(dateAt(start ?? { year: 2000, month: 1 }, value));
  const fixed = describeDimension(dimension).fixed;
  const [usual] = stylesOf(dimension);
  if (value === 0 && usual !== undefined) return `${usual.before}0${usual.after}`;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const style of stylesOf(dimension)) {
    const numeral = numeralIn(Math.abs(value), fixed, style.unit);
    if (numeral === null) continue;
    const text = `${value < 0 ? '-' : ''}${style.before}${numeral}${singular(style.after, numeral)}`;
    const size = Number(numeral);
    const length = text.length + (size < 1 || size >= 1000 ? 1 : 0);
    if (length < least) {
      best = text;
      least = length;
    }
  }
  return best ?? String(value);
}

/** The numeral that reads back as exactly `value` when written in `unit`, or null where there is no short one. */
function numeralIn(value: number, fixed: Unit, unit: Unit): string | null {
  const scale = combineUnits(fixed, unit, -1);
  const scaled = (value * scale.numerator) / scale.denominator;
  // Fewer digits first: a conversion by days leaves 2.0000000000000004 weeks, which 2 weeks reads back as well.
  const numerals = [Number(scaled.toPrecision(12)), scaled].map((size) => plainDecimal(size, scale.exponent));
  return numerals.find((numeral) => convertNumeral(numeral, unit, fixed) === value) ?? null;
}

/** Writes `value · 10^exponent` in plain decimals, exactly as its shortest digits say. */
export function plainDecimal(value: number, exponent = 0): string {
  const [mantissa = '0', power = '0'] = value.toExponential().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  if (value === 0) return '0';
  const point = Number(power) + exponent + 1;
  if (point > 24 || point < -8) return `${sign}${mantissa.replace('-', '')}e${Number(power) + exponent}`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function singular(after: string, numeral: string): string {
  return numeral === '1' ? (after.match(/^( \w+?)s$/)?.[1] ?? after) : after;
}

const multiplesBySize = [
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['B', 9],
  ['T', 12],
] as const;

const moneyUnits: Partial<Record<Dimension, readonly string[]>> = {
  money: [''],
  'money-per-year': ['/year'],
  'money-per-chip-hour': ['/chip-hour'],
  'money-per-power': ['/GW', '/MW'],
  'money-per-chip': ['/chip'],
  'money-per-share': ['/share'],
  'money-per-power-year': ['/GW-year'],
};

const plainUnits: Partial<Record<Dimension, readonly string[]>> = {
  power: [' GW', ' MW', ' kW', ' W'],
  'chip-power': [' W', ' kW'],
  duration: [' months', ' years', ' weeks', ' days'],
  share: [' %'],
  probability: [' %'],
  'rate-per-year': [' %/year'],
  multiple: ['x'],
  number: [''],
  compute: [' TFLOP/s', ' PFLOP/s', ' EFLOP/s', ' ZFLOP/s', ' GFLOP/s', ' FLOP/s'],
  energy: [' MWh', ' GWh', ' TWh', ' kWh'],
  'compute-per-money': [' FLOP/s/$', ' MFLOP/s/$', ' GFLOP/s/$', ' TFLOP/s/$'],
};

const countUnits: Partial<Record<Dimension, string>> = { chips: ' chips', shares: ' shares' };

const stylesByDimension = new Map<Dimension, readonly Style[]>();

function stylesOf(dimension: Dimension): readonly Style[] {
  const known = stylesByDimension.get(dimension);
  if (known !== undefined) return known;
  const made = makeStyles(dimension);
  stylesByDimension.set(dimension, made);
  return made;
}

function makeStyles(dimension: Dimension): readonly Style[] {
  const fixed = describeDimension(dimension).fixed;
  const money = moneyUnits[dimension];
  if (money !== undefined) {
    return money.flatMap((after) => withMultiples('$', after, parseUnit(`$${after}`) ?? fixed));
  }
  const counted = countUnits[dimension];
  if (counted !== undefined) return withMultiples('', counted, fixed);
  const plain = plainUnits[dimension] ?? [''];
  return plain.map((after) => ({ before: '', after, unit: parseUnit(after) ?? fixed }));
}

function withMultiples(before: string, after: string, unit: Unit): Style[] {
  return multiplesBySize.map(([letter, exponent]) => ({
    before,
    after: letter + after,
    unit: { ...unit, exponent: unit.exponent + exponent },
  }));
}
