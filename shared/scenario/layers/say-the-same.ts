import type { Node } from '../text/node.ts';

/** Tells whether two nodes say the same, whatever their spacing and quotes and the order of their keys. */
export function sayTheSame(a: Node, b: Node): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    return a.isNull === b.isNull && withoutSpacing(a.text) === withoutSpacing(b.text);
  }
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, i) => isSameItem(item, b.items[i]));
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const others = new Map(b.entries.map((entry) => [entry.key, entry.value]));
    return a.entries.length === others.size && a.entries.every((e) => isSameItem(e.value, others.get(e.key)));
  }
  return false;
}

function isSameItem(a: Node, b: Node | undefined): boolean {
  return b !== undefined && sayTheSame(a, b);
}

/** `$100 B` and `$100B`, `5  GW` and `5 GW` are the same to a reader. Between words a space is kept. */
function withoutSpacing(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d) (?=[%A-Za-z])|(?<=[,(]) /g, '');
}
