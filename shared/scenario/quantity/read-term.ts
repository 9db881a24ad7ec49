import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import { closest } from '../text/closest.ts';
import type { Reading, Span } from './fault.ts';
import { expectation, faultAt, unitsOf, writeInstead } from './fault.ts';
import type { WrittenDate } from './parse-date.ts';
import { dateAhead, parseDate } from './parse-date.ts';
import { readUnit } from './parse-unit.ts';
import type { QuantityFault } from './quantity.ts';
import type { Unit } from './unit.ts';
import { noUnit } from './unit.ts';
import { findUnit, multiples, unitWords } from './units.ts';

/** One number as written, with what was written of its unit. */
export interface Amount extends Span {
  readonly kind: 'amount';
  /** Sign, digits, point and exponent; readable by `Number`. */
  readonly numeral: string;
  /** Power of ten of `k`, `M`, `B`, `T` after the number; null where none is written. */
  readonly multiple: number | null;
  /** Null where no unit is written. */
  readonly unit: Unit | null;
  /** True where all that is written of the unit is a `$` before the number. */
  readonly isDollarOnly: boolean;
}

/** One date as written. */
export interface DateTerm extends Span {
  readonly kind: 'date';
  readonly date: WrittenDate;
}

export type Term = Amount | DateTerm;

const number =
  /([-+−]?)[ ]*(?:(US\$|\$)[ ]*([-−]?))?(\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+)(?:[eE]([-+]?\d+))?/y;
const ratio = /(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?![\d.])/y;
const multiple = /[ ]*(thousand|million|billion|trillion|bn|[kKMBT])(?![A-Za-z])/y;
const year = /\d{4}(?![\d._]|[ ]*(?!to[ ])[A-Za-z%])/y;

/** Words that may follow a number without being its unit. */
const noStrayWords: ReadonlySet<string> = new Set();

/**
 * Reads the number or date that stands at `from` (blanks skipped); null where there is none. A word after it is its
 * unit, or a fault unless it is among `mayFollow`.
 */
export function readTerm(
  reading: Reading,
  from: number,
  mayFollow: ReadonlySet<string> = noStrayWords,
): Outcome<Term, QuantityFault> | null {
  const start = skipBlanks(reading.text, from);
  return readDate(reading, start) ?? readRatio(reading, start) ?? readAmount(reading, start, mayFollow);
}

function readDate(reading: Reading, from: number): Outcome<Term, QuantityFault> | null {
  const { text, facts } = reading;
  const match =
    matchAt(dateAhead, text, from) ?? (facts.dimension === 'date' ? matchAt(year, text, from) : null);
  if (match === null) return null;
  const span = { from, to: from + match[0].length };
  const date = parseDate(match[0]);
  if (date !== null) return ok({ kind: 'date', date, ...span });
  const padded = match[0].replace(/-(\d)(?!\d)/g, '-0$1');
  const fix = parseDate(padded) === null ? undefined : writeInstead(padded);
  const message = `"${match[0]}" is not a date. Dates are written 2026-04, 2026-04-20, 2026-Q2 or 2026.`;
  return faultAt(reading, 'bad-date', span, message, fix);
}

function readRatio(reading: Reading, from: number): Outcome<Term, QuantityFault> | null {
  const match = matchAt(ratio, reading.text, from);
  if (match === null) return null;
  const span = { from, to: from + match[0].length };
  if (Number(match[2]) === 0) {
    return faultAt(reading, 'not-a-quantity', span, `"${match[0]}" divides by zero.`);
  }
  const numeral = String(Number(match[1]) / Number(match[2]));
  return ok({ kind: 'amount', numeral, multiple: null, unit: noUnit, isDollarOnly: false, ...span });
}

function readAmount(
  reading: Reading,
  from: number,
  mayFollow: ReadonlySet<string>,
): Outcome<Amount, QuantityFault> | null {
  const { text } = reading;
  const match = matchAt(number, text, from);
  if (match === null) return null;
  const [all, sign = '', dollar, innerSign = '', digits = '', power = '0'] = match;
  let at = from + all.length;
  const isNegative = (sign === '-' || sign === '−') !== (innerSign !== '');
  const numeral = `${isNegative ? '-' : ''}${digits.replaceAll('_', '')}e${power}`;
  const size = matchAt(multiple, text, at);
  if (size !== null) at += size[0].length;
  const written =
    dollar === undefined ? readUnit(text, skipBlanks(text, at)) : readUnit(text, at, findUnit('$'));
  const unit = written?.unit ?? null;
  const isDollarOnly = dollar !== undefined && written?.to === at;
  if (written !== null) at = written.to;
  const stray = strayWord(reading, at, unit !== null, mayFollow);
  if (stray !== null) return stray;
  const exponent = size === null ? null : (multiples.get(size[1] ?? '') ?? 0);
  return ok({ kind: 'amount', numeral, multiple: exponent, unit, isDollarOnly, from, to: at });
}

const word = /[ ]*([A-Za-z€£¥µ][\w€£¥/$%µ]*)/y;

/** Letters directly after a number that are no unit: a misspelt one, most likely. */
function strayWord(
  reading: Reading,
  from: number,
  hasUnit: boolean,
  mayFollow: ReadonlySet<string>,
): Outcome<never, QuantityFault> | null {
  const { text, facts } = reading;
  const match = matchAt(word, text, from);
  if (match === null) return null;
  const met = match[1] ?? '';
  if (met === 'to' || mayFollow.has(met) || (hasUnit && match[0].startsWith(' '))) return null;
  const span = { from: from + match[0].length - met.length, to: from + match[0].length };
  const meant = likelyUnit(met, facts.units);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  const message = `"${met}" is not a unit.${hint} Expected ${expectation(facts)}${unitsOf(facts)}.`;
  return faultAt(reading, 'wrong-unit', span, message, meant === null ? undefined : writeInstead(meant));
}

/** Prefers the units of the dimension asked for, first by case alone, then by slips of the keyboard. */
function likelyUnit(met: string, usual: readonly string[]): string | null {
  const lower = met.toLowerCase();
  const letters = usual.filter((unit) => /^[A-Za-z]/.test(unit));
  return (
    letters.find((unit) => unit.toLowerCase() === lower) ??
    unitWords.find((unit) => unit.toLowerCase() === lower) ??
    [...multiples.keys()].find((size) => size.toLowerCase() === lower) ??
    closest(met, letters) ??
    (met.length > 2 ? closest(met, unitWords) : null)
  );
}

/** Moves past blanks. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r') at++;
  return at;
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
