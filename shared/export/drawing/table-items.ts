import type { PageTable } from '../pages/page.ts';
import { colours } from './colours.ts';
import { type Box, type Label, type Shape, straight } from './drawing.ts';
import { fitText, textWidth } from './text-width.ts';

const size = 13;
const padding = 10;
/** Below this size nobody reads a picture of a slide's size. */
const smallest = 8;

/** Draws a table in a room: rules between the rows, no boxes. */
export function tableItems(table: PageTable, room: Box): (Shape | Label)[] {
  const width = room.right - room.left;
  const height = Math.min(40, (room.bottom - room.top) / (table.rows.length + 1));
  const text = figuresFit(table, width, Math.min(size, height * 0.52));
  const lefts = table.columns.map((_, at) =>
    table.columns.slice(0, at).reduce((left, column) => left + column.width * width, room.left),
  );
  const row = (cells: readonly string[], at: number, weight: 400 | 600): (Shape | Label)[] => {
    const base = room.top + height * (at + 1) - height * 0.33;
    const rule = room.top + height * (at + 1);
    return [
      {
        kind: 'shape',
        path: straight(room.left, rule, room.right, rule),
        stroke: at === 0 ? colours.faint : colours.rule,
        strokeWidth: at === 0 ? 1 : 0.7,
      },
      ...table.columns.map((column, index): Label => {
        const left = lefts[index] ?? room.left;
        const span = column.width * width;
        const isRight = column.align === 'right';
        return {
          kind: 'label',
          text: fitText(cells[index] ?? '', span - 2 * padding, text, weight),
          // The first column begins where everything else on the page does.
          x: isRight ? left + span - padding : left + (index > 0 ? padding : 0),
          y: base,
          size: text,
          weight,
          anchor: isRight ? 'end' : 'start',
          fill: at === 0 ? colours.faint : colours.ink,
        };
      }),
    ];
  };
  return [
    ...row(
      table.columns.map(({ label }) => label),
      0,
      600,
    ),
    ...table.rows.flatMap((cells, at) => row(cells, at + 1, 400)),
  ];
}

/** A figure must not be cut: the text shrinks until all of them fit, as far as it can still be read. */
function figuresFit({ columns, rows }: PageTable, width: number, largest: number): number {
  const isFitting = (own: number) =>
    columns.every(
      (column, at) =>
        column.align === 'left' ||
        rows.every((row) => textWidth(row[at] ?? '', own) <= column.width * width - 2 * padding),
    );
  let own = largest;
  while (own > smallest && !isFitting(own)) own -= 0.5;
  return own;
}
