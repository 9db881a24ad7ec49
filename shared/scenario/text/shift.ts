import type { Entry, MapNode, Node, Place, ScalarNode } from './node.ts';

/** How far what is written in a file has moved. */
export interface Shift {
  readonly file: string;
  readonly by: number;
}

/** Where a node stood before it moved: the node it was then, and how far it has come. */
export interface Origin extends Shift {
  readonly node: Node;
}

const origins = new WeakMap<Node, Origin>();

/** Tells which node this one was in the text before, where it has only moved since; null where it is new. */
export function originOf(node: Node): Origin | null {
  return origins.get(node) ?? null;
}

/** Makes it known what a node was before it moved. Only the latest move is kept: longer memories would never end. */
export function rememberOrigin(node: Node, origin: Origin): void {
  origins.set(node, origin);
  origins.delete(origin.node);
}

/**
 * Moves entries and all that is in them, and keeps in mind what those were that hold more than words: a long text may have
 * thousands of the others, which are made anew as fast as they are looked up. Gives the very same where they stay.
 */
export function moveEntries(entries: readonly Entry[], shift: Shift): readonly Entry[] {
  if (shift.by === 0) return entries;
  const moved = deepShift(entries, shift);
  for (const [at, { value }] of moved.entries()) {
    const before = entries[at]?.value;
    if (before !== undefined && isNested(before)) rememberOrigin(value, { ...shift, node: before });
  }
  return moved;
}

/** Whether there are maps or lists in a map. */
export function isNested(node: Node): boolean {
  return node.kind === 'map' && node.entries.some(({ value }) => value.kind !== 'scalar');
}

/** Moves what entries say of a file, and all that is in them. */
export function deepShift(entries: readonly Entry[], shift: Shift): readonly Entry[] {
  return entries.map((entry) => shiftEntry(entry, shift));
}

/** Moves an entry and all that is in it. */
export function shiftEntry({ key, keyPlace, value }: Entry, shift: Shift): Entry {
  return { key, keyPlace: shiftPlace(keyPlace, shift), value: shiftNode(value, shift) };
}

/** Moves a node and all that is in it; one of another file stays the very same. */
export function shiftNode(node: Node, shift: Shift): Node {
  if (node.place.file !== shift.file) return node;
  if (node.kind === 'scalar') return shiftScalar(node, shift);
  if (node.kind === 'map') return shiftMap(node, shift);
  const place = shiftPlace(node.place, shift);
  return { kind: 'list', place, items: node.items.map((item) => shiftNode(item, shift)) };
}

/** Moves a map and all that is in it. */
export function shiftMap({ place, entries }: MapNode, shift: Shift): MapNode {
  return { kind: 'map', place: shiftPlace(place, shift), entries: deepShift(entries, shift) };
}

/** Moves a single value. */
export function shiftScalar({ place, text, isNull }: ScalarNode, shift: Shift): ScalarNode {
  return { kind: 'scalar', place: shiftPlace(place, shift), text, isNull };
}

/** Moves a place; one in another file stays the very same. */
export function shiftPlace(place: Place, { file, by }: Shift): Place {
  return place.file === file ? { file, from: place.from + by, to: place.to + by } : place;
}
