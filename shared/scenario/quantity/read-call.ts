import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import { closest } from '../text/closest.ts';
import type { Reading, Span } from './fault.ts';
import { faultAt, writeInstead } from './fault.ts';
import { readUnit } from './parse-unit.ts';
import type { QuantityFault } from './quantity.ts';
import type { Term } from './read-term.ts';
import { matchAt, readTerm, skipBlanks } from './read-term.ts';
import type { Unit } from './unit.ts';
import { multiples } from './units.ts';

/** The distributions that are written like functions. */
export const callNames = [
  'normal',
  'lognormal',
  'uniform',
  'triangular',
  'pert',
  'beta',
  'oneof',
  'chance',
] as const;

export type CallName = (typeof callNames)[number];

/** One value between the brackets, with its weight where one is written. */
export interface Argument {
  readonly term: Term;
  readonly weight: Term | null;
}

/** A distribution as written: `pert(0, 3, 18) months`. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: CallName;
  readonly args: readonly Argument[];
  /** What stands after the closing bracket and counts for every number without a unit of its own. */
  readonly outer: { readonly multiple: number | null; readonly unit: Unit | null } | null;
}

const head = /([A-Za-z][A-Za-z-]*)[ ]*\(/y;
const size = /[ ]*([kKMBT]|bn|million|billion|trillion)(?![A-Za-z])/y;

/** Reads a function-like distribution at `from`; null where none begins there. */
export function readCall(reading: Reading, from: number): Outcome<Call, QuantityFault> | null {
  const { text } = reading;
  const match = matchAt(head, text, from);
  if (match === null) return null;
  const met = match[1] ?? '';
  const name = callNames.find((known) => known === met);
  if (name === undefined) return unknownName(reading, { from, to: from + met.length });
  const args: Argument[] = [];
  let at = from + match[0].length;
  for (;;) {
    const argument = readArgument(reading, at);
    if (!argument.ok) return argument;
    args.push(argument.value.argument);
    at = skipBlanks(text, argument.value.to);
    const char = text[at];
    at++;
    if (char === ')') break;
    if (char !== ',') return unclosed(reading, from, at - 1);
  }
  const outer = readOuter(text, at);
  return ok({ kind: 'call', name, args, outer: outer?.value ?? null, from, to: outer?.to ?? at });
}

function readArgument(
  reading: Reading,
  from: number,
): Outcome<{ readonly argument: Argument; readonly to: number }, QuantityFault> {
  const term = readTerm(reading, from);
  if (term === null) return missingArgument(reading, from);
  if (!term.ok) return term;
  const colon = skipBlanks(reading.text, term.value.to);
  if (reading.text[colon] !== ':')
    return ok({ argument: { term: term.value, weight: null }, to: term.value.to });
  const weight = readTerm(reading, colon + 1);
  if (weight === null) return missingArgument(reading, colon + 1);
  if (!weight.ok) return weight;
  return ok({ argument: { term: term.value, weight: weight.value }, to: weight.value.to });
}

function readOuter(text: string, from: number) {
  const multiple = matchAt(size, text, from);
  const start = from + (multiple?.[0].length ?? 0);
  const unit = readUnit(text, skipBlanks(text, start));
  if (multiple === null && unit === null) return null;
  const exponent = multiple === null ? null : (multiples.get(multiple[1] ?? '') ?? null);
  return { value: { multiple: exponent, unit: unit?.unit ?? null }, to: unit?.to ?? start };
}

function unknownName(reading: Reading, span: Span): Outcome<never, QuantityFault> {
  const met = reading.text.slice(span.from, span.to);
  const meant = closest(met, callNames);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  const message = `"${met}" is not a known distribution.${hint} There are ${callNames.join(', ')}.`;
  return faultAt(
    reading,
    'bad-distribution',
    span,
    message,
    meant === null ? undefined : writeInstead(meant),
  );
}

function missingArgument(reading: Reading, from: number): Outcome<never, QuantityFault> {
  const at = skipBlanks(reading.text, from);
  const near = reading.text.slice(at, at + 12);
  const message = near === '' ? 'The bracket is not closed.' : `A number is expected at "${near}".`;
  return faultAt(
    reading,
    'bad-distribution',
    { from: at, to: Math.min(at + 12, reading.text.length) },
    message,
  );
}

function unclosed(reading: Reading, from: number, at: number): Outcome<never, QuantityFault> {
  const near = reading.text.slice(at, at + 12);
  const message =
    near === '' ? 'The bracket is not closed.' : `A comma or a closing bracket is expected at "${near}".`;
  return faultAt(reading, 'bad-distribution', { from, to: reading.text.length }, message);
}
