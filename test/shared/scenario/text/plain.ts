import type { Node } from '#shared/scenario/text/node.ts';

/** A raw tree without places, to compare by eye. */
export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

export function plain(node: Node): Plain {
  if (node.kind === 'scalar') return node.isNull ? null : node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

/** Every node of a tree, the top first. */
export function nodesOf(node: Node): readonly Node[] {
  if (node.kind === 'scalar') return [node];
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return [node, ...children.flatMap(nodesOf)];
}
