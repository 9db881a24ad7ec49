import type { MapShape } from '../fields/shape.ts';
import type { Entry, Node } from '../text/node.ts';
import type { Keyed } from '../value.ts';
import type { Decoding, Here } from './decoding.ts';
import { below, spotOf } from './decoding.ts';
import { wrongForm } from './faults.ts';
import { faultyKey } from './key.ts';
import { reportUnknownName } from './scalar.ts';

/** Decodes a map with the user's own keys; an item that cannot be decoded is left out after it has been reported. */
export function decodeMap(
  d: Decoding,
  shape: MapShape,
  node: Node,
  here: Here,
): readonly Keyed<unknown>[] | undefined {
  const entries = entriesOf(d, shape, node, here);
  if (!entries) return undefined;
  if (shape.most !== null && entries.length > shape.most) {
    d.report({
      code: 'too-many',
      path: here.path,
      place: here.keyPlace,
      message: `${here.path} has ${entries.length} entries; at most ${shape.most} are possible.`,
      met: String(entries.length),
      expected: `at most ${shape.most}`,
    });
    return undefined;
  }
  const items: Keyed<unknown>[] = [];
  for (const entry of entries) {
    const inside = below(here, entry.key, entry.keyPlace);
    const fault = faultyKey(shape, entry, inside.path);
    if (fault) d.report(fault);
    if (shape.keys === 'reference-to-generation' && entry.key !== 'first') {
      reportUnknownName(d, 'generation', entry.key, inside.path, entry.keyPlace);
    }
    const value = d.decode(shape.each, entry.value, inside);
    if (value !== undefined) items.push({ key: entry.key, spot: spotOf(entry.value, inside), value });
  }
  return items;
}

function entriesOf(d: Decoding, shape: MapShape, node: Node, here: Here): readonly Entry[] | undefined {
  if (node.kind === 'map') return node.entries;
  const expected = `a map from ${shape.keyName} to its value`;
  if (node.kind !== 'list' || !shape.mayBeList) {
    d.report(wrongForm(node, here, expected));
    return undefined;
  }
  return node.items.flatMap((item, i) => {
    if (item.kind === 'map') return item.entries;
    d.report(wrongForm(item, below(here, String(i + 1), item.place), 'a map with one key'));
    return [];
  });
}
