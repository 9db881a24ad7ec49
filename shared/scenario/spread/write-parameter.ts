import { plainDecimal } from '../quantity/format-quantity.ts';
import { dateAt, formatDate } from '../quantity/parse-date.ts';
import type { Parameter, Spread } from './spread.ts';
import { surround } from './surround.ts';

const numeral = /^[-+−]?(?:\d[\d_]*)?(?:\.\d+)?$/;

/** Writes another number at its place; all other words of the quantity stay as they are. */
export function writeParameter(spread: Spread, parameter: Parameter, value: number): string {
  return put(spread, parameter, spellParameter(spread, parameter, value));
}

/**
 * Writes what was typed for a number: a bare numeral keeps the unit that stands there, anything else stands as typed.
 * Nothing typed takes a bound away.
 */
export function typeParameter(spread: Spread, parameter: Parameter, typed: string): string {
  const words = typed.trim();
  if (words === '') return withoutBound(spread, parameter);
  const { spelling } = parameter;
  if (spelling.kind === 'date' || !numeral.test(words) || !/\d/.test(words))
    return put(spread, parameter, words);
  return put(spread, parameter, surrounded(parameter, words.replace('−', '-').replace(/^\+/, '')));
}

/** The numeral of a parameter as it is written, without its unit; a date as it stands. Empty where none is written. */
export function parameterText({ text }: Spread, { from, to, spelling, lead, value }: Parameter): string {
  if (lead !== null) return Number.isNaN(value) ? '' : plainDecimal(value);
  const written = text.slice(from, to);
  if (spelling.kind === 'date') return written;
  const match = /^([-+−]?)[ ]*(?:US\$|\$)?[ ]*([-−]?)([\d_.:]+(?:[eE][-+]?\d+)?)/.exec(written);
  return match === null ? written : `${match[1]}${match[2]}${match[3]}`.replace('−', '-');
}

/** A parameter with its unit, its own or lent: `18 months`. */
export function parameterWording(spread: Spread, parameter: Parameter): string {
  const { spelling } = parameter;
  const text = parameterText(spread, parameter);
  return spelling.kind === 'date' ? text : surround(text, spelling.before, spelling.after);
}

/** Spells a value as the parameter is spelt: with its unit where it has one of its own, a date by its month or day. */
export function spellParameter(spread: Spread, parameter: Parameter, value: number): string {
  const { spelling } = parameter;
  if (spelling.kind === 'amount') {
    return surrounded(parameter, plainDecimal(Number((value / spelling.scale).toPrecision(12))));
  }
  const date = dateAt(spread.start, spelling.by === 'month' ? Math.round(value) : value);
  return formatDate(date);
}

function surrounded({ spelling }: Parameter, digits: string): string {
  if (spelling.kind === 'date' || !spelling.hasOwnUnit) return digits;
  return surround(digits, spelling.before, spelling.after);
}

function put({ text }: Spread, { from, to, lead }: Parameter, words: string): string {
  return text.slice(0, from) + (lead ?? '') + words + text.slice(to);
}

/** Takes a bound away with the words before it. What is no bound stays as it is. */
function withoutBound({ text }: Spread, { key, from, to, lead }: Parameter): string {
  if (lead !== null || (key !== 'at-least' && key !== 'at-most')) return text;
  const head = text.slice(0, from).replace(/\s*,\s*at\s+(?:most|least)\s*$/, '');
  return head + text.slice(to);
}
