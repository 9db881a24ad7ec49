import type { MapNode, Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';

/** True where a changed text can be read and says the same as before everywhere but at one place. */
export function differsOnlyAt(before: MapNode | null, text: string, keys: readonly string[]): boolean {
  const { tree, problems } = parseText('', text);
  if (tree === null || problems.length > 0) return tree === before;
  return before === null || isSameBut(before, tree, keys);
}

/** Compares two trees; `keys` leads to the one place where they may differ, or null where there is none. */
function isSameBut(a: Node, b: Node, keys: readonly string[] | null): boolean {
  if (keys !== null && (keys.length === 0 || isEmpty(a) || isEmpty(b))) return true;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.text === b.text && a.isNull === b.isNull;
  if (a.kind === 'scalar' || b.kind === 'scalar') return false;
  const [left, right] = [childrenOf(a), childrenOf(b)];
  const [first, ...rest] = keys ?? [];
  const names = new Set([...left.keys(), ...right.keys()]);
  return (
    a.kind === b.kind &&
    [...names].every((name) => {
      const [x, y] = [left.get(name), right.get(name)];
      if (x === undefined || y === undefined) return name === first;
      return isSameBut(x, y, keys !== null && name === first ? rest : null);
    })
  );
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.isNull;
}

function childrenOf(node: Exclude<Node, { kind: 'scalar' }>): ReadonlyMap<string, Node> {
  if (node.kind === 'map') return new Map(node.entries.map(({ key, value }) => [key, value]));
  return new Map(node.items.map((item, i) => [`[${i + 1}]`, item]));
}
