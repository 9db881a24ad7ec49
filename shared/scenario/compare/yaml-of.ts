import { quoteKey, quoteValue } from '../edit/quote.ts';
import type { Node } from '../text/node.ts';

/** Writes a part of a scenario as YAML on one line, so that it reads back as the same. */
export function yamlOf(node: Node, isInside = false): string {
  if (node.kind === 'scalar') return node.isNull ? 'null' : quoteValue(node.text, isInside);
  if (node.kind === 'list') return `[ ${node.items.map((item) => yamlOf(item, true)).join(', ')} ]`;
  if (node.entries.length === 0) return '{}';
  const entries = node.entries.map(({ key, value }) => `${quoteKey(key)}: ${yamlOf(value, true)}`);
  return `{ ${entries.join(', ')} }`;
}
