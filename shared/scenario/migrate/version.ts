import type { MapNode, ScalarNode } from '../text/node.ts';

/** Version of the format that this program writes, and the newest it reads. */
export const currentVersion = 1;

/** The version a tree says it is written in, with its place; null where it says none, or something that is no version. */
export function versionOf(tree: MapNode): { readonly version: number; readonly node: ScalarNode } | null {
  const node = tree.entries.find(({ key }) => key === 'offtake')?.value;
  if (node?.kind !== 'scalar' || !/^\d{1,6}$/.test(node.text)) return null;
  return { version: Number(node.text), node };
}
