import type { Entry, MapNode, Node } from './node.ts';

/** Finds an entry of a map by its key. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** A node with the entry or list that holds it. */
export interface Found {
  readonly node: Node;
  /** The entry, where the node is the value of a key. */
  readonly entry: Entry | null;
  /** The map or list around it; null for the top. */
  readonly parent: Node | null;
}

/** A place in the tree: `deals.aws.capital.paid-in`, or its keys one by one; `[2]` (or `2`) is the second item of a list. */
export type TreePath = string | readonly string[];

/** Finds the node at a path; null where there is none. */
export function findNode(tree: Node, path: TreePath): Found | null {
  return findTrail(tree, path)?.at(-1) ?? null;
}

/**
 * Finds the node at a path together with everything around it, the top first. In a dotted path the longest key that
 * fits is taken, so keys with dots in them are found too.
 */
export function findTrail(tree: Node, path: TreePath): readonly Found[] | null {
  const top: Found = { node: tree, entry: null, parent: null };
  return typeof path === 'string' ? followDotted([top], path) : followKeys(top, path);
}

function followKeys(top: Found, keys: readonly string[]): readonly Found[] | null {
  const trail = [top];
  let at = top;
  for (const key of keys) {
    const next = childNamed(at.node, key);
    if (next === null) return null;
    trail.push(next);
    at = next;
  }
  return trail;
}

function childNamed(node: Node, key: string): Found | null {
  if (node.kind === 'map') {
    const entry = entryOf(node, key);
    return entry === undefined ? null : { node: entry.value, entry, parent: node };
  }
  const index = /^\[?(\d+)\]?$/.exec(key);
  const item = node.kind === 'list' && index !== null ? node.items[Number(index[1]) - 1] : undefined;
  return item === undefined ? null : { node: item, entry: null, parent: node };
}

function followDotted(trail: readonly Found[], path: string): readonly Found[] | null {
  if (path === '') return trail;
  const node = trail.at(-1)?.node;
  if (node === undefined || node.kind === 'scalar') return null;
  if (node.kind === 'list') {
    const index = /^(\[\d+\]|\d+)(?:\.|(?=\[)|$)/.exec(path);
    const found = index === null ? null : childNamed(node, index[1] ?? '');
    return found && index ? followDotted([...trail, found], path.slice(index[0].length)) : null;
  }
  const fitting = node.entries
    .filter(({ key }) => fits(path, key))
    .sort((a, b) => b.key.length - a.key.length);
  for (const entry of fitting) {
    const rest = path.slice(entry.key.length);
    const next = [...trail, { node: entry.value, entry, parent: node }];
    const deeper = followDotted(next, rest.startsWith('.') ? rest.slice(1) : rest);
    if (deeper !== null) return deeper;
  }
  return null;
}

function fits(path: string, key: string): boolean {
  if (!path.startsWith(key)) return false;
  const next = path[key.length];
  return next === undefined || next === '.' || next === '[';
}
