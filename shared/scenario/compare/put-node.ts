import type { Entry, MapNode, Node } from '../text/node.ts';

/**
 * Returns a tree in which a node stands at a place, or, with null, nothing does. Maps that are missing on the way are made; whatever
 * else stands there stays as it is.
 */
export function putNode(tree: MapNode, keys: readonly string[], node: Node | null): MapNode {
  const [key, ...rest] = keys;
  if (key === undefined) return tree;
  const before = tree.entries.find((entry) => entry.key === key);
  const value = rest.length === 0 ? node : below(before?.value, rest, node, tree);
  if (value === null) {
    return { ...tree, entries: tree.entries.filter((entry) => entry.key !== key) };
  }
  const after: Entry = { key, keyPlace: before?.keyPlace ?? value.place, value };
  const entries =
    before === undefined
      ? [...tree.entries, after]
      : tree.entries.map((entry) => (entry === before ? after : entry));
  return { ...tree, entries };
}

function below(
  at: Node | undefined,
  keys: readonly string[],
  node: Node | null,
  parent: MapNode,
): Node | null {
  if (at?.kind === 'list') {
    const [item = '', ...rest] = keys;
    const index = Number(/^\[(\d+)\]$/.exec(item)?.[1]) - 1;
    const items = at.items.flatMap((one, i): readonly Node[] => {
      if (i !== index) return [one];
      const changed = rest.length === 0 ? node : below(one, rest, node, parent);
      return changed === null ? [] : [changed];
    });
    return { ...at, items };
  }
  const isMap = at?.kind === 'map';
  if (!isMap && node === null) return at ?? null;
  const map: MapNode = isMap ? at : { kind: 'map', place: node?.place ?? parent.place, entries: [] };
  return putNode(map, keys, node);
}
