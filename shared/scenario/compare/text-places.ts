import { indexLines, lineAndColumn } from '../text/line-index.ts';
import type { Node } from '../text/node.ts';
import { parseText } from '../text/parse.ts';
import { recent } from '../text/recent.ts';

/** A line of a text and what it speaks of. */
export interface TextPlace {
  /** Counted from 1. */
  readonly line: number;
  readonly path: string;
}

const kept = recent<readonly TextPlace[]>(6);

/** Lists the keys of a text, in the order in which they stand, one for each line. */
export function textPlaces(text: string): readonly TextPlace[] {
  return kept.get('', text, () => {
    const { tree } = parseText('', text);
    const lines = indexLines(text);
    const places: TextPlace[] = [];
    const walk = (node: Node, path: string): void => {
      if (node.kind !== 'map') return;
      for (const { key, keyPlace, value } of node.entries) {
        const inside = path === '' ? key : `${path}.${key}`;
        const { line } = lineAndColumn(lines, keyPlace.from);
        if (places.at(-1)?.line !== line) places.push({ line, path: inside });
        walk(value, inside);
      }
    };
    if (tree !== null) walk(tree, '');
    return places.sort((one, two) => one.line - two.line);
  });
}

/** Finds the line of another text that speaks of the same, or of the nearest part around it; the same line where none does. */
export function alignedLine(from: readonly TextPlace[], to: readonly TextPlace[], line: number): number {
  const at = from.findLast((place) => place.line <= line) ?? null;
  if (at === null) return line;
  for (let path = at.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const match = to.find((place) => place.path === path);
    // Within a part that only one side has, the other stays at its head.
    if (match !== undefined) return path === at.path ? match.line + (line - at.line) : match.line;
  }
  return line;
}
