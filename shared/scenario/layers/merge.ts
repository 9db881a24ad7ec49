import { entryOf } from '../text/find.ts';
import type { Entry, MapNode, Node } from '../text/node.ts';
import { originOf, rememberOrigin, shiftEntry, shiftMap, shiftNode } from '../text/shift.ts';
import { sayTheSame } from './say-the-same.ts';

/** What an upper layer does to the layer beneath it. */
export interface Change {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly path: string;
  readonly before: Node | null;
  readonly after: Node | null;
}

/** An entry of an upper layer that has no effect. */
export interface DeadOverride {
  readonly kind: 'same-value' | 'nothing-to-remove';
  readonly path: string;
  readonly entry: Entry;
  /** What the layer beneath says; null where it says nothing. */
  readonly beneath: Node | null;
}

/** What merging found out. */
export interface MergeNotes {
  readonly changes: Change[];
  readonly dead: DeadOverride[];
}

/** Starts the notes of a merge. */
export function noNotes(): MergeNotes {
  return { changes: [], dead: [] };
}

/** Keys that say where a value comes from; they belong to the value and do not outlive it. */
const provenanceKeys = new Set([
  'source',
  'date',
  'note',
  'confidence',
  'status',
  'basis',
  'reported',
  'weights',
]);

/**
 * Lays one map over another: maps merge key by key, everything else replaces, null removes. The order of the lower
 * layer is kept, new keys follow. Every node keeps the place where it was written.
 */
export function mergeMaps(lower: MapNode, upper: MapNode, notes: MergeNotes, path = ''): MapNode {
  const beneath = withoutStaleProvenance(lower, upper);
  const overrides = new Map(upper.entries.map((entry) => [entry.key, entry]));
  const merged: Entry[] = [];
  for (const entry of beneath.entries) {
    const over = overrides.get(entry.key);
    overrides.delete(entry.key);
    const laid = over === undefined ? entry : layEntry(entry, over, notes, join(path, entry.key));
    if (laid !== null) merged.push(laid);
  }
  for (const entry of overrides.values()) {
    const added = addEntry(entry, notes, join(path, entry.key));
    if (added !== null) merged.push(added);
  }
  return { kind: 'map', place: upper.place, entries: merged };
}

/** What came of two maps. */
interface Merged {
  readonly lower: MapNode;
  readonly path: string;
  readonly notes: MergeNotes;
  readonly merged: MapNode;
}

/** Kept as long as the upper one is: while somebody types, most maps are those of the text before. */
const mergedBefore = new WeakMap<Node, Merged>();

/** Merges as `mergeMaps` does; the same two maps at the same path again give the very same map, and the same notes. */
function mergeOnce(lower: MapNode, upper: MapNode, notes: MergeNotes, path: string): MapNode {
  let known = mergedBefore.get(upper) ?? movedMerge(upper);
  if (known?.lower !== lower || known.path !== path) {
    const own = noNotes();
    known = { lower, path, notes: own, merged: mergeMaps(lower, upper, own, path) };
  }
  mergedBefore.set(upper, known);
  notes.changes.push(...known.notes.changes);
  notes.dead.push(...known.notes.dead);
  return known.merged;
}

/** What came of a map that stood elsewhere in the text before, moved to where it stands now. */
function movedMerge(upper: MapNode): Merged | undefined {
  const origin = originOf(upper);
  const before = origin === null ? undefined : mergedBefore.get(origin.node);
  if (origin === null || before === undefined) return undefined;
  const merged = shiftMap(before.merged, origin);
  rememberOrigin(merged, { ...origin, node: before.merged });
  const { changes, dead } = before.notes;
  const moved = (node: Node | null): Node | null => node && shiftNode(node, origin);
  return {
    ...before,
    merged,
    notes: {
      changes: changes.map((change) => ({
        ...change,
        before: moved(change.before),
        after: moved(change.after),
      })),
      dead: dead.map((one) => ({
        ...one,
        entry: shiftEntry(one.entry, origin),
        beneath: moved(one.beneath),
      })),
    },
  };
}

function layEntry(lower: Entry, upper: Entry, notes: MergeNotes, path: string): Entry | null {
  const { value } = upper;
  if (isNull(value)) {
    notes.changes.push({ kind: 'removed', path, before: lower.value, after: null });
    return null;
  }
  if (lower.value.kind === 'map' && value.kind === 'map') {
    return { ...upper, value: mergeOnce(lower.value, value, notes, path) };
  }
  if (sayTheSame(lower.value, value)) {
    notes.dead.push({ kind: 'same-value', path, entry: upper, beneath: lower.value });
  } else {
    notes.changes.push({ kind: 'changed', path, before: lower.value, after: value });
  }
  return upper;
}

function addEntry(entry: Entry, notes: MergeNotes, path: string): Entry | null {
  if (isNull(entry.value)) {
    notes.dead.push({ kind: 'nothing-to-remove', path, entry, beneath: null });
    return null;
  }
  notes.changes.push({ kind: 'added', path, before: null, after: entry.value });
  return entry;
}

/** A new value does not inherit the citation of the old one. */
function withoutStaleProvenance(lower: MapNode, upper: MapNode): MapNode {
  if (entryOf(upper, 'value') === undefined || entryOf(lower, 'value') === undefined) return lower;
  return { ...lower, entries: lower.entries.filter((entry) => !provenanceKeys.has(entry.key)) };
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.isNull;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
