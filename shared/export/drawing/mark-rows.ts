import { textWidth } from './text-width.ts';

/** Words at a place across a plot, in the row in which they touch no others. */
export interface PlacedMark {
  readonly text: string;
  /** Of the line, and of the words beside it. */
  readonly x: number;
  readonly place: number;
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

const size = 11;
const distance = 4;
const gap = 10;

/** Places words beside their lines above a plot, from the lowest row up; where the right edge is near they stand to the left. */
export function markRows(
  marks: readonly { readonly text: string; readonly x: number }[],
  left: number,
  right: number,
): PlacedMark[] {
  const taken: { readonly row: number; readonly from: number; readonly to: number }[] = [];
  return [...marks]
    .filter(({ x }) => x >= left - 0.5 && x <= right + 0.5)
    .sort((one, other) => one.x - other.x)
    .map(({ text, x }) => {
      const width = textWidth(text, size, 600);
      const isLeft = x + distance + width > right;
      const place = isLeft ? x - distance : x + distance;
      const [from, to] = isLeft ? [place - width, place] : [place, place + width];
      let row = 0;
      while (taken.some((one) => one.row === row && from < one.to + gap && to > one.from - gap)) row += 1;
      taken.push({ row, from: Math.min(from, x), to: Math.max(to, x) });
      return { text, x, place, row, anchor: isLeft ? 'end' : 'start' };
    });
}
