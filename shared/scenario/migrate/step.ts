import type { Entry, MapNode, Node } from '../text/node.ts';

/** One step of the chain: rewrites a raw tree of version `from` as the next version. Places stay as they were written. */
export interface Step {
  readonly from: number;
  /** What it does, for the message to the user. */
  readonly summary: string;
  readonly rewrite: (tree: MapNode) => MapNode;
}

/** Renames keys of a map; a key that already has the new name is left alone. */
export function renameKeys(map: MapNode, names: Readonly<Record<string, string>>): MapNode {
  const taken = new Set(map.entries.map(({ key }) => key));
  return mapEntries(map, (entry) => {
    // A name of the user's may be one that every object knows, such as “constructor”.
    const name = Object.hasOwn(names, entry.key) ? names[entry.key] : undefined;
    return name === undefined || taken.has(name) ? entry : { ...entry, key: name };
  });
}

/** Rewrites every entry of a map. */
export function mapEntries(map: MapNode, rewrite: (entry: Entry) => Entry): MapNode {
  return { ...map, entries: map.entries.map(rewrite) };
}

/** Rewrites the map under a key, where there is one. */
export function inside(map: MapNode, key: string, rewrite: (map: MapNode) => MapNode): MapNode {
  return mapEntries(map, (entry) =>
    entry.key === key ? { ...entry, value: ifMap(entry.value, rewrite) } : entry,
  );
}

/** Rewrites every map among the values of a map. */
export function eachMap(map: MapNode, rewrite: (map: MapNode) => MapNode): MapNode {
  return mapEntries(map, (entry) => ({ ...entry, value: ifMap(entry.value, rewrite) }));
}

function ifMap(node: Node, rewrite: (map: MapNode) => MapNode): Node {
  return node.kind === 'map' ? rewrite(node) : node;
}
