import type { Alternative, VariantShape } from '../fields/shape.ts';
import { nearest } from '../nearest.ts';
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import type { Chosen } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, joinPath, metText, spotOf } from './decoding.ts';
import { asWord } from './scalar.ts';

/** Decodes a field that can be written in several ways: finds out which one was meant, then decodes that. */
export function decodeVariant(
  d: Decoding,
  shape: VariantShape,
  node: Node,
  here: Here,
): Chosen<string, unknown> | undefined {
  const alternatives = Object.entries(shape.alternatives);
  const found =
    node.kind === 'scalar' && !node.isNull
      ? forScalar(alternatives, node)
      : node.kind === 'map'
        ? forMap(alternatives, node)
        : null;
  if (found === null) {
    reportNone(d, alternatives, node, here);
    return undefined;
  }
  const [kind, alternative] = found;
  const spot = spotOf(node, here);
  if (alternative.form === 'word') return { kind, spot, value: null };
  const value =
    alternative.form === 'keyed' && node.kind === 'map'
      ? decodeKeyed(d, kind, alternative, node, here)
      : d.decode(alternative.shape, node, here);
  return value === undefined ? undefined : { kind, spot, value };
}

type Row = readonly [string, Alternative];

function forScalar(alternatives: readonly Row[], node: ScalarNode): Row | null {
  const word = alternatives.find(([key, { form }]) => form === 'word' && asWord(node.text) === key);
  return word ?? alternatives.find(([, { form }]) => form === 'plain') ?? null;
}

function forMap(alternatives: readonly Row[], node: MapNode): Row | null {
  const has = (key: string): boolean => node.entries.some((entry) => entry.key === key);
  const telling = alternatives.find(
    ([key, alternative]) =>
      (alternative.form === 'keyed' && has(key)) ||
      (alternative.form === 'map' && alternative.having.some(has)),
  );
  if (telling) return telling;
  // `{ value: 12 months, source: … }` is a single value written long.
  const long = has('value') ? alternatives.find(([, { form }]) => form === 'plain') : undefined;
  const hasValueField = alternatives.some(
    ([, alternative]) => alternative.form === 'map' && Object.hasOwn(alternative.shape.fields, 'value'),
  );
  if (long && !hasValueField) return long;
  const anyMap = alternatives.find(
    ([, alternative]) => alternative.form === 'map' && alternative.having.length === 0,
  );
  return anyMap ?? alternatives.find(([, { form }]) => form === 'map') ?? null;
}

function decodeKeyed(
  d: Decoding,
  kind: string,
  alternative: Extract<Alternative, { form: 'keyed' }>,
  node: MapNode,
  here: Here,
): unknown {
  let value: unknown;
  for (const entry of node.entries) {
    if (entry.key === kind) {
      value = d.decode(alternative.shape, entry.value, below(here, kind, entry.keyPlace));
      continue;
    }
    d.report({
      code: 'unknown-key',
      path: joinPath(here.path, entry.key),
      place: entry.keyPlace,
      message: `"${entry.key}" cannot stand beside "${kind}" in ${here.path}. Keep one of them.`,
      met: entry.key,
      expected: kind,
    });
  }
  return value;
}

function reportNone(d: Decoding, alternatives: readonly Row[], node: Node, here: Here): void {
  const expected = alternatives.map(([key, alternative]) => waysWords(key, alternative)).join(', or ');
  const isNothing = node.kind === 'scalar' && node.isNull;
  const names = alternatives
    .filter(([, { form }]) => form === 'word' || form === 'keyed')
    .map(([key]) => key);
  const wordMet = node.kind === 'scalar' ? node.text : (node.kind === 'map' && node.entries[0]?.key) || '';
  const meant = wordMet === '' ? null : nearest(wordMet, names);
  d.report({
    code: isNothing ? 'missing-value' : 'unknown-form',
    path: here.path,
    place: isNothing ? here.keyPlace : (node.kind === 'map' && node.entries[0]?.keyPlace) || node.place,
    message: isNothing
      ? `${here.path} has no value. Write ${expected}.`
      : `${here.path} is ${wordMet === '' ? metText(node) : `"${wordMet}"`}, but ${expected} is expected.${meant === null ? '' : ` Did you mean "${meant}"?`}`,
    met: wordMet === '' ? metText(node) : wordMet,
    expected,
    fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
  });
}

/** Tells how an alternative is written, for messages and the reference. */
export function waysWords(key: string, alternative: Alternative): string {
  switch (alternative.form) {
    case 'word':
      return `"${key}"`;
    case 'keyed':
      return `{ ${key}: … }`;
    case 'plain':
      return `a plain value (${alternative.meaning.replace(/\.$/, '').toLowerCase()})`;
    case 'map':
      return `{ ${Object.keys(alternative.shape.fields).slice(0, 3).join(', ')} … }`;
  }
}
