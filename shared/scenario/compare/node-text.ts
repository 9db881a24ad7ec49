import type { Node } from '../text/node.ts';

const longest = 160;

/** Writes a part of a scenario on one line, the way it would stand in braces, cut short where it is long. */
export function nodeText(node: Node): string {
  const text = written(node);
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

function written(node: Node): string {
  if (node.kind === 'scalar') return node.isNull ? 'null' : node.text.trim();
  if (node.kind === 'list') return `[ ${node.items.map(written).join(', ')} ]`;
  if (node.entries.length === 0) return '{}';
  return `{ ${node.entries.map(({ key, value }) => `${key}: ${written(value)}`).join(', ')} }`;
}
