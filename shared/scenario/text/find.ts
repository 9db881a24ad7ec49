import type { Entry, MapNode, Node } from './node.ts';

/** Finds an entry of a map by its key. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** A node with the entry or list item that holds it. */
export interface Found {
  readonly node: Node;
  /** The entry, where the node is the value of a key. */
  readonly entry: Entry | null;
  /** The map or list around it; null for the top. */
  readonly parent: Node | null;
}

/**
 * Finds the node at a path: `deals.aws.capital.paid-in`, or its keys one by one. In a dotted path the longest key that
 * fits is taken, so keys with dots in them are found too; `[2]` is the second item of a list.
 */
export function findNode(tree: Node, path: string | readonly string[]): Found | null {
  if (typeof path !== 'string') return findKeys(tree, path);
  return path === '' ? { node: tree, entry: null, parent: null } : findDotted(tree, path, null);
}

function findKeys(tree: Node, keys: readonly string[]): Found | null {
  let found: Found = { node: tree, entry: null, parent: null };
  for (const key of keys) {
    const next = childNamed(found.node, key);
    if (next === null) return null;
    found = next;
  }
  return found;
}

function childNamed(node: Node, key: string): Found | null {
  if (node.kind === 'map') {
    const entry = entryOf(node, key);
    return entry === undefined ? null : { node: entry.value, entry, parent: node };
  }
  const index = /^\[(\d+)\]$/.exec(key);
  const item = node.kind === 'list' && index !== null ? node.items[Number(index[1]) - 1] : undefined;
  return item === undefined ? null : { node: item, entry: null, parent: node };
}

function findDotted(node: Node, path: string, at: Found | null): Found | null {
  if (path === '') return at;
  if (node.kind === 'scalar') return null;
  if (node.kind === 'list') {
    const index = /^\.?(\[\d+\])(?:\.|(?=\[)|$)/.exec(path);
    const found = index === null ? null : childNamed(node, index[1] ?? '');
    return found && index ? findDotted(found.node, path.slice(index[0].length), found) : null;
  }
  const fitting = node.entries
    .filter(({ key }) => fits(path, key))
    .sort((a, b) => b.key.length - a.key.length);
  for (const entry of fitting) {
    const rest = path.slice(entry.key.length);
    const found = { node: entry.value, entry, parent: node };
    const deeper = findDotted(entry.value, rest.startsWith('.') ? rest.slice(1) : rest, found);
    if (deeper !== null) return deeper;
  }
  return null;
}

function fits(path: string, key: string): boolean {
  if (!path.startsWith(key)) return false;
  const next = path[key.length];
  return next === undefined || next === '.' || next === '[';
}
