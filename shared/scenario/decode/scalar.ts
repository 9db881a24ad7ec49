import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { ChoiceShape, ReferenceShape, TextShape, WholeShape } from '../fields/shape.ts';
import { nearest } from '../nearest.ts';
import type { Node, Place, ScalarNode } from '../text/node.ts';
import type { Named, Written } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { spotOf } from './decoding.ts';
import type { NamedThing } from './effects.ts';
import { unknownWord, wrongForm } from './faults.ts';

function scalarOf(d: Decoding, node: Node, here: Here, expected: string): ScalarNode | undefined {
  if (node.kind === 'scalar' && !node.isNull) return node;
  d.report(wrongForm(node, here, expected));
  return undefined;
}

/** Decodes free text. */
export function decodeText(d: Decoding, shape: TextShape, node: Node, here: Here): string | undefined {
  return scalarOf(d, node, here, shape.what)?.text;
}

/** Decodes one word out of a few; blanks count as dashes, and case does not matter. */
export function decodeChoice(d: Decoding, shape: ChoiceShape, node: Node, here: Here): string | undefined {
  const words = Object.keys(shape.words);
  const scalar = scalarOf(d, node, here, `one of ${words.join(', ')}`);
  if (!scalar) return undefined;
  const met = asWord(scalar.text);
  if (words.includes(met)) return met;
  d.report(
    unknownWord(
      'unknown-word',
      'a word it knows',
      scalar.text,
      words,
      nearest(met, words),
      here.path,
      scalar.place,
    ),
  );
  return undefined;
}

/** Writes a text as a word of the table: `when available` is `when-available`. */
export function asWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Decodes `true` or `false`, also `yes` and `no`. */
export function decodeFlag(d: Decoding, node: Node, here: Here): boolean | undefined {
  const scalar = scalarOf(d, node, here, 'true or false');
  if (!scalar) return undefined;
  const met = scalar.text.trim().toLowerCase();
  if (met === 'true' || met === 'yes') return true;
  if (met === 'false' || met === 'no') return false;
  d.report({
    code: 'not-a-flag',
    path: here.path,
    place: scalar.place,
    message: `${here.path} is "${scalar.text}", but true or false is expected.`,
    met: scalar.text,
    expected: 'true or false',
  });
  return undefined;
}

/** Decodes a whole number without a unit. */
export function decodeWhole(d: Decoding, shape: WholeShape, node: Node, here: Here): number | undefined {
  const expected = `a whole number from ${shape.min} to ${shape.max}`;
  const scalar = scalarOf(d, node, here, expected);
  if (!scalar) return undefined;
  const value = /^\d[\d_]*$/.test(scalar.text) ? Number(scalar.text.replaceAll('_', '')) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= shape.min && value <= shape.max) return value;
  const isNumber = Number.isFinite(Number(scalar.text));
  d.report({
    code: isNumber ? 'out-of-range' : 'not-a-number',
    path: here.path,
    place: scalar.place,
    message: `${here.path} is ${scalar.text}, but ${expected} is expected.`,
    met: scalar.text,
    expected,
  });
  return undefined;
}

/** Decodes a certain calendar month such as `2026-04`. */
export function decodeMonth(d: Decoding, node: Node, here: Here): YearMonth | undefined {
  const scalar = scalarOf(d, node, here, 'a month such as 2026-04');
  if (!scalar) return undefined;
  const month = monthOf(scalar.text);
  if (month) return month;
  d.report({
    code: 'bad-date',
    path: here.path,
    place: scalar.place,
    message: `${here.path} is "${scalar.text}", but a month such as 2026-04 is expected (years 1990 to 2199).`,
    met: scalar.text,
    expected: 'a month such as 2026-04',
  });
  return undefined;
}

/** Reads `2026-04`, or null where the text is no calendar month. */
export function monthOf(text: string): YearMonth | null {
  const match = /^(\d{4})-(\d{1,2})$/.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  return year >= 1990 && year <= 2199 && month >= 1 && month <= 12 ? { year, month } : null;
}

/** Reports a source or generation that is not defined. */
export function reportUnknownName(
  d: Decoding,
  to: NamedThing,
  name: string,
  path: string,
  place: Place,
): void {
  if (d.knows(to, name)) return;
  const known = d.known[to];
  d.report(
    unknownWord(`unknown-${to}`, `a ${to} of this scenario`, name, known, nearest(name, known), path, place),
  );
}

const referenceWords = {
  generation: 'the name of a generation',
  source: 'the key of a source',
  party: 'the name of a party',
  measure: 'the id of a measure',
  input: 'the path of an input',
} as const;

/** Decodes a name; sources and generations are looked up at once, the others when everything is known. */
export function decodeReference(
  d: Decoding,
  shape: ReferenceShape,
  node: Node,
  here: Here,
): Named | undefined {
  const scalar = scalarOf(d, node, here, referenceWords[shape.to]);
  if (!scalar) return undefined;
  const name = scalar.text.trim();
  if (shape.to === 'source' || shape.to === 'generation') {
    reportUnknownName(d, shape.to, name, here.path, scalar.place);
  }
  return { name, spot: spotOf(node, here) };
}

/** Decodes a text whose meaning depends on what it is about. */
export function decodeWritten(d: Decoding, expected: string, node: Node, here: Here): Written | undefined {
  const scalar = scalarOf(d, node, here, expected);
  return scalar && { text: scalar.text, spot: spotOf(node, here) };
}
