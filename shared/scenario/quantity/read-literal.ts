import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import type { Reading, Span } from './fault.ts';
import { expectation, faultAt, writeInstead } from './fault.ts';
import { parseDate } from './parse-date.ts';
import type { QuantityFault } from './quantity.ts';
import type { Call } from './read-call.ts';
import { readCall } from './read-call.ts';
import type { Term } from './read-term.ts';
import { matchAt, readTerm, skipBlanks } from './read-term.ts';

/** A quantity as written, before units are compared with what the field expects. */
export interface Literal {
  readonly qualifier: string | null;
  readonly core: Core;
  readonly bounds: readonly Bound[];
}

export type Core =
  | { readonly kind: 'plain'; readonly term: Term }
  | ({ readonly kind: 'interval'; readonly low: Term; readonly high: Term } & Span)
  | Call;

export interface Bound {
  readonly side: 'at-most' | 'at-least';
  readonly term: Term;
}

const qualifiers = /(up to|more than|at least|about|nearly)[ \t]+/y;
const interval = /[ \t\r\n]*(?:to(?:[ \t\r\n]+|$)|[–—][ ]*)/y;
const hyphen = /[ ]*-[ ]*(?=[$\d])/y;
const bound = /[ \t\r\n]*,[ \t\r\n]*at[ ]+(most|least)[ \t\r\n]+/y;

/** Reads the whole text as one literal; what cannot be read is a fault at its place. */
export function readLiteral(reading: Reading): Outcome<Literal, QuantityFault> {
  const { text } = reading;
  const start = skipBlanks(text, 0);
  const qualifier = matchAt(qualifiers, text, start);
  const from = start + (qualifier?.[0].length ?? 0);
  const core = readCore(reading, from);
  if (!core.ok) return core;
  if (qualifier !== null && core.value.core.kind !== 'plain') {
    const span = { from: start, to: from };
    const message = `"${qualifier[1]}" goes before a plain value, not before a distribution; leave it out.`;
    return faultAt(reading, 'not-a-quantity', span, message);
  }
  const bounds = readBounds(reading, core.value.to);
  if (!bounds.ok) return bounds;
  return ok({ qualifier: qualifier?.[1] ?? null, core: core.value.core, bounds: bounds.value });
}

type ReadCore = { readonly core: Core; readonly to: number };

function readCore(reading: Reading, from: number): Outcome<ReadCore, QuantityFault> {
  const call = readCall(reading, from);
  if (call !== null) return call.ok ? ok({ core: call.value, to: call.value.to }) : call;
  const low = readTerm(reading, from);
  if (low === null) return notAQuantity(reading, from);
  if (!low.ok) return low;
  const term = low.value;
  const joint = matchAt(interval, reading.text, term.to);
  if (joint !== null) return readHigh(reading, term, term.to + joint[0].length);
  const dash = reading.facts.dimension === 'date' ? null : matchAt(hyphen, reading.text, term.to);
  if (dash !== null) return hyphenated(reading, term, term.to + dash[0].length);
  return ok({ core: { kind: 'plain', term }, to: term.to });
}

function readHigh(reading: Reading, low: Term, from: number): Outcome<ReadCore, QuantityFault> {
  const high = readTerm(reading, from);
  if (high === null) {
    const span = { from: low.from, to: reading.text.length };
    return faultAt(
      reading,
      'not-a-quantity',
      span,
      'The upper end of the interval is missing, as in "5 to 9 GW".',
    );
  }
  if (!high.ok) return high;
  const to = high.value.to;
  return ok({ core: { kind: 'interval', low, high: high.value, from: low.from, to }, to });
}

function hyphenated(reading: Reading, low: Term, from: number): Outcome<never, QuantityFault> {
  const high = readTerm(reading, from);
  const to = high?.ok ? high.value.to : reading.text.length;
  const { text } = reading;
  const meant = `${text.slice(low.from, low.to)} to ${text.slice(from, to)}`;
  const message = `An interval is written with "to": "${meant}".`;
  return faultAt(reading, 'not-a-quantity', { from: low.from, to }, message, writeInstead(meant));
}

function readBounds(reading: Reading, from: number): Outcome<readonly Bound[], QuantityFault> {
  const bounds: Bound[] = [];
  let at = from;
  for (;;) {
    const match = matchAt(bound, reading.text, at);
    if (match === null) break;
    const side = match[1] === 'most' ? 'at-most' : 'at-least';
    const term = readTerm(reading, at + match[0].length);
    if (term === null || bounds.some((other) => other.side === side)) {
      const message = `A bound is written once per side, with a value: ", at most 10 GW".`;
      return faultAt(reading, 'not-a-quantity', { from: at, to: reading.text.length }, message);
    }
    if (!term.ok) return term;
    bounds.push({ side, term: term.value });
    at = term.value.to;
  }
  const end = skipBlanks(reading.text, at);
  return end < reading.text.length ? leftOver(reading, end) : ok(bounds);
}

function notAQuantity(reading: Reading, from: number): Outcome<never, QuantityFault> {
  const { text, facts } = reading;
  const span = { from: Math.min(from, text.length), to: text.length };
  const met = text.slice(span.from).trim();
  if (met === '') {
    const whole = { from: 0, to: text.length };
    return faultAt(reading, 'not-a-quantity', whole, `A value is missing; expected ${expectation(facts)}.`);
  }
  if (facts.dimension === 'date') return notADate(reading);
  const dollars = /^-?[€£¥]/.test(met) ? ' Money is in US dollars, written with "$".' : '';
  const message = `"${met}" is not a quantity; expected ${expectation(facts)}.${dollars}`;
  return faultAt(reading, 'not-a-quantity', span, message);
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function notADate(reading: Reading): Outcome<never, QuantityFault> {
  const met = reading.text.trim();
  const meant = dateMeant(met);
  const message = `"${met}" is not a date. Dates are written 2026-04, 2026-04-20, 2026-Q2 or 2026.`;
  const span = { from: 0, to: reading.text.length };
  return faultAt(reading, 'bad-date', span, message, meant === null ? undefined : writeInstead(meant));
}

/** Guesses only where there is one reading: `April 2026`, `2026/04`, `04-2026`. */
function dateMeant(met: string): string | null {
  const [, name = '', after = ''] = /^([A-Za-z]{3})[a-z]*\.? +(\d{4})$/.exec(met) ?? [];
  const [, before = '', number = ''] = /^(\d{4})[/.](\d{1,2})$/.exec(met) ?? [];
  const [, leading = '', last = ''] = /^(\d{1,2})[-/.](\d{4})$/.exec(met) ?? [];
  const year = after || before || last;
  const month = monthNames.indexOf(name.toLowerCase()) + 1 || Number(number || leading);
  const written = `${year}-${String(month).padStart(2, '0')}`;
  return parseDate(written) === null ? null : written;
}

const commaInNumber = /,\d{3}(?:,\d{3})*(?!\d)|,\d+/y;

function leftOver(reading: Reading, from: number): Outcome<never, QuantityFault> {
  const { text, facts } = reading;
  const comma = matchAt(commaInNumber, text, from);
  if (comma !== null) {
    const isThousands = comma[0].length % 4 === 0;
    const whole = text.trim();
    const meant = whole.replaceAll(',', isThousands ? '_' : '.');
    const rule = isThousands
      ? 'thousands are separated by "_" or by nothing'
      : 'decimals are written with a dot';
    const message = `"${whole}": ${rule}.`;
    return faultAt(reading, 'not-a-quantity', { from: 0, to: text.length }, message, writeInstead(meant));
  }
  const rest = text.slice(from).trim();
  if (facts.dimension === 'date') return notADate(reading);
  const message = `"${rest}" is left over after the value; expected ${expectation(facts)}.`;
  return faultAt(reading, 'not-a-quantity', { from, to: text.length }, message);
}
