import { valueRange } from './entry-at.ts';
import type { Scanned } from './scan-text.ts';
import { scanText } from './scan-text.ts';

/** One line of the outline of a text. */
export interface OutlineItem {
  readonly label: string;
  /** The value, where it is short. */
  readonly detail: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly items: readonly OutlineItem[];
}

const deepest = 5;

/** Lists the keys of a text as a tree, also of one that cannot be parsed. */
export function outline(text: string): readonly OutlineItem[] {
  return itemsUnder(text, scanText(text), 0, 1)[0];
}

type Rest = readonly [items: readonly OutlineItem[], next: number];

function itemsUnder(text: string, scanned: readonly Scanned[], first: number, depth: number): Rest {
  const items: OutlineItem[] = [];
  let at = first;
  while (at < scanned.length) {
    const entry = scanned[at];
    if (!entry || entry.path.length < depth) break;
    const [inner, next] = itemsUnder(text, scanned, at + 1, entry.path.length + 1);
    if (entry.path.length === depth && depth <= deepest) items.push(itemOf(text, entry, inner));
    at = Math.max(next, at + 1);
  }
  return [items, at];
}

function itemOf(text: string, entry: Scanned, items: readonly OutlineItem[]): OutlineItem {
  const value = valueRange(text, entry);
  const words = text.slice(value.from, value.to);
  const isShort = items.length === 0 && words.length <= 40 && !words.includes('\n');
  return {
    label: entry.path.at(-1) ?? '',
    detail: isShort ? words : '',
    path: entry.path.join('.'),
    from: entry.keyFrom,
    to: Math.max(value.to, entry.keyTo),
    items,
  };
}
