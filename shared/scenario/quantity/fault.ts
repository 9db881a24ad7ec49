import type { DimensionFacts } from './dimensions.ts';
import type { QuantityFault } from './quantity.ts';
import { multiples } from './units.ts';

/** A fault with its place, thrown nowhere: readers return it in an `Outcome`. */
export interface Faulty {
  readonly ok: false;
  readonly error: QuantityFault;
}

/** What every reader of a literal needs: the text, and what it should be. */
export interface Reading {
  readonly text: string;
  readonly facts: DimensionFacts;
}

/** Where in the text a reader is. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Makes the failure of reading: what was met at the span, what was expected, and a fix where one is obvious. */
export function faultAt(
  reading: Reading,
  code: QuantityFault['code'],
  span: Span,
  message: string,
  fix?: { readonly title: string; readonly replacement: string },
): Faulty {
  const { text, facts } = reading;
  const met = text.slice(span.from, span.to);
  const error = { code, from: span.from, to: span.to, message, met, expected: expectation(facts) };
  return { ok: false, error: fix === undefined ? error : { ...error, fix } };
}

/** Says what is expected: "power, such as 2.5 GW". */
export function expectation(facts: DimensionFacts): string {
  return `${facts.words}, such as ${facts.example}`;
}

/** Lists the units of a dimension for a message, where it has any: " (units: GW, MW, kW)". */
export function unitsOf(facts: DimensionFacts): string {
  const units = facts.units.filter((unit) => !multiples.has(unit));
  return units.length === 0 ? '' : ` (units: ${units.join(', ')})`;
}

/** A fix that shows what it writes. */
export function writeInstead(replacement: string): { readonly title: string; readonly replacement: string } {
  return { title: `Write "${replacement}"`, replacement };
}
