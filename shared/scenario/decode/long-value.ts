import { longValueShape } from '../fields/provenance.ts';
import { nearest } from '../nearest.ts';
import type { MapNode, Node } from '../text/node.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, joinPath } from './decoding.ts';
import { readSourcing } from './sourcing.ts';

/** Decodes a value written long: `{ value, source, date, note … }`, with `decode` for the value itself. */
export function decodeLong<T>(
  d: Decoding,
  node: MapNode,
  here: Here,
  decode: (inner: Node, at: Here) => T | undefined,
): T | undefined {
  const written = new Map(node.entries.map((entry) => [entry.key, entry]));
  const known = Object.keys(longValueShape.fields);
  for (const { key, keyPlace } of node.entries) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    d.report({
      code: 'unknown-key',
      path: joinPath(here.path, key),
      place: keyPlace,
      message: `"${key}" cannot stand beside a value. ${meant === null ? `Known are ${known.join(', ')}.` : `Did you mean "${meant}"?`}`,
      met: key,
      expected: known.join(', '),
      fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
    });
  }
  const value = written.get('value');
  if (!value) return undefined;
  const sourcing = readSourcing(d, written, {}, here);
  const at: Here = { ...here, ...sourcing.holds, reported: sourcing.reported ?? here.reported };
  const isMap = value.value.kind === 'map' && value.value.entries.some((entry) => entry.key === 'value');
  return decode(
    value.value,
    isMap ? below(at, 'value', value.keyPlace) : { ...at, keyPlace: value.keyPlace },
  );
}
