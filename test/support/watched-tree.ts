import type { MapNode, Node, ScalarNode } from '#shared/scenario/text/node.ts';

/** A scalar with its dotted path; places of a list are counted from 1. */
export interface WatchedScalar {
  readonly path: string;
  readonly node: ScalarNode;
}

/** A tree that knows which of its scalars have been looked at. */
export interface WatchedTree {
  readonly tree: MapNode;
  readonly unread: () => readonly WatchedScalar[];
}

/** Copies a tree so that reading the text of a scalar is noticed: what nobody reads is dropped in silence. */
export function watchTree(tree: MapNode): WatchedTree {
  const waiting = new Set<WatchedScalar>();
  const watch = (node: Node, path: string): Node => {
    if (node.kind === 'list')
      return { ...node, items: node.items.map((item, i) => watch(item, `${path}.${i + 1}`)) };
    if (node.kind === 'map') return watchMap(node, `${path}.`);
    const watched = { path, node };
    const read = <T>(value: T): T => {
      waiting.delete(watched);
      return value;
    };
    waiting.add(watched);
    return {
      kind: 'scalar',
      place: node.place,
      get text() {
        return read(node.text);
      },
      get isNull() {
        return node.isNull;
      },
    };
  };
  const watchMap = (map: MapNode, prefix: string): MapNode => ({
    ...map,
    entries: map.entries.map((entry) => ({ ...entry, value: watch(entry.value, prefix + entry.key) })),
  });
  return { tree: watchMap(tree, ''), unread: () => [...waiting] };
}
