import { formatQuantity, plainDecimal } from '../quantity/format-quantity.ts';
import { dateAt, formatDate } from '../quantity/parse-date.ts';
import { readSpread } from './read-spread.ts';
import type { Spelling, Spread } from './spread.ts';
import { plural, surround } from './surround.ts';

/** Writes values as a quantity spells its own, with the unit once where that is how one writes it. */
export interface Speller {
  /** Fixed units of the dimension per one as written; a month for dates. */
  readonly scale: number;
  one(value: number): string;
  interval(low: number, high: number): string;
  /** What stands between the brackets of a distribution: the value with its unit, or the bare number. */
  inside(value: number): string;
  /** The unit behind the brackets; empty where it stands inside. */
  readonly outside: string;
}

/** Makes the speller of a quantity; one without a number of its own (`reported`) is written in the unit usual for `like`. */
export function speller(spread: Spread, like: number): Speller {
  const spelling = ownSpelling(spread) ?? usualSpelling(spread, like);
  if (spelling === null) return plainSpeller;
  if (spelling.kind === 'date') return dateSpeller(spread, spelling.by);
  const { before, after, scale } = spelling;
  const digits = (value: number) => plainDecimal(Number((value / scale).toPrecision(12)));
  const one = (value: number) => surround(digits(value), before, after);
  // A unit of words stands once, behind the brackets; signs such as % and $ stand with every number.
  const isOutside = before === '' && /^ [A-Za-z]/.test(after);
  return {
    scale,
    one,
    interval: (low, high) => `${before === '' ? digits(low) : one(low)} to ${one(high)}`,
    inside: isOutside ? digits : one,
    outside: isOutside ? plural(after) : '',
  };
}

const plainSpeller: Speller = {
  scale: 1,
  one: (value) => plainDecimal(value),
  interval: (low, high) => `${plainDecimal(low)} to ${plainDecimal(high)}`,
  inside: (value) => plainDecimal(value),
  outside: '',
};

function dateSpeller({ start }: Spread, by: 'month' | 'day'): Speller {
  const one = (value: number) => formatDate(dateAt(start, by === 'month' ? Math.round(value) : value));
  const interval = (low: number, high: number) => `${one(low)} to ${one(high)}`;
  return { scale: 1, one, interval, inside: one, outside: '' };
}

function ownSpelling({ parameters, dimension }: Spread): Spelling | null {
  return parameters.find((one) => one.dimension === dimension && one.key !== 'weight')?.spelling ?? null;
}

function usualSpelling({ dimension, start }: Spread, like: number): Spelling | null {
  const usual = readSpread(formatQuantity(like, dimension, start), dimension, start);
  return usual === null ? null : ownSpelling(usual);
}
