import type { Entry, Node, Place } from './node.ts';

/** Moves entries and all that is in them by a number of characters; gives the very same where that is none. */
export function deepShift(entries: readonly Entry[], by: number): readonly Entry[] {
  if (by === 0) return entries;
  return entries.map(({ key, keyPlace, value }) => ({
    key,
    keyPlace: shifted(keyPlace, by),
    value: shiftNode(value, by),
  }));
}

function shiftNode(node: Node, by: number): Node {
  const place = shifted(node.place, by);
  if (node.kind === 'scalar') return { kind: 'scalar', place, text: node.text, isNull: node.isNull };
  if (node.kind === 'map') return { kind: 'map', place, entries: deepShift(node.entries, by) };
  return { kind: 'list', place, items: node.items.map((item) => shiftNode(item, by)) };
}

function shifted({ file, from, to }: Place, by: number): Place {
  return { file, from: from + by, to: to + by };
}
