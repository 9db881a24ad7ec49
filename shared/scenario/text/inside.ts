import type { Place, ScalarNode } from './node.ts';

/**
 * The place of a part of a scalar, given as offsets into its text. Exact where the text stands in the file as it is read;
 * the whole scalar where quotes with escapes or several lines make the two differ.
 */
export function placeInside(node: ScalarNode, fileText: string, from: number, to: number): Place {
  const { place } = node;
  const raw = fileText.slice(place.from, place.to);
  const shift = raw === node.text ? 0 : raw.slice(1, -1) === node.text ? 1 : -1;
  if (shift === -1) return place;
  return { file: place.file, from: place.from + shift + from, to: place.from + shift + to };
}
