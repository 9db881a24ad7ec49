import type { LineIndex } from '../text/line-index.ts';
import { indexLines, lineAndColumn } from '../text/line-index.ts';
import type { MapNode, Node } from '../text/node.ts';
import { isInBrackets } from './locate.ts';

/** How far a line is moved to the right; lines inside a text of several lines keep their blanks otherwise. */
export interface LineShift {
  readonly by: number;
  readonly isText: boolean;
}

interface Walk {
  readonly text: string;
  readonly lines: LineIndex;
  readonly shifts: (LineShift | null)[];
}

const step = 2;

/** Works out for every line how far it has to move so that each level is indented by two spaces. */
export function lineShifts(text: string, tree: MapNode): readonly LineShift[] {
  const lines = indexLines(text);
  const walk: Walk = { text, lines, shifts: lines.starts.map(() => null) };
  visit(walk, tree, 0, 0);
  return withComments(walk);
}

/** `column` is where a block map or list begins after tidying; `by` is how far the line it begins on moves. */
function visit(walk: Walk, node: Node, column: number, by: number): void {
  if (node.kind === 'scalar' || isInBrackets(walk.text, node)) spread(walk, node, by);
  else if (node.kind === 'map') visitMap(walk, node, column);
  else visitList(walk, node, column);
}

function visitMap(walk: Walk, map: MapNode, column: number): void {
  for (const { keyPlace, value } of map.entries) {
    const by = place(walk, keyPlace.from, column);
    if (value.place.from < keyPlace.from) continue;
    const isBelow = lineOf(walk, value.place.from) > lineOf(walk, keyPlace.from);
    visit(walk, value, isBelow ? column + step : columnOf(walk, value.place.from) + by, by);
  }
}

function visitList(walk: Walk, list: Extract<Node, { kind: 'list' }>, column: number): void {
  for (const item of list.items) {
    if (item.place.from < list.place.from) continue;
    const dash = dashBefore(walk.text, item.place.from, list.place.from);
    const by = place(walk, dash, column);
    const isBelow = lineOf(walk, item.place.from) > lineOf(walk, dash);
    visit(walk, item, isBelow ? column + step : columnOf(walk, item.place.from) + by, by);
  }
}

function dashBefore(text: string, from: number, least: number): number {
  if (text[from] === '-' && from === least) return from;
  const dash = text.lastIndexOf('-', from - 1);
  return Math.max(dash, least);
}

/** Settles the line of something that should stand in a column; tells by how much the line moves. */
function place(walk: Walk, at: number, column: number): number {
  const line = lineOf(walk, at);
  const known = walk.shifts[line];
  if (known) return known.by;
  const by = column - columnOf(walk, at);
  walk.shifts[line] = { by, isText: false };
  return by;
}

/** The further lines of a value move with its first. */
function spread(walk: Walk, node: Node, by: number): void {
  const first = lineOf(walk, node.place.from);
  const last = lineOf(walk, Math.max(node.place.from, node.place.to - 1));
  for (let line = first; line <= last; line++) {
    walk.shifts[line] ??= { by, isText: node.kind === 'scalar' && line > first };
  }
}

/** Comments and empty lines move with what follows them, at the end with what went before. */
function withComments(walk: Walk): readonly LineShift[] {
  const shifts = [...walk.shifts];
  let below: LineShift | null = null;
  for (let line = shifts.length - 1; line >= 0; line--) {
    const own: LineShift | null = shifts[line] ?? null;
    if (own === null) shifts[line] = below === null ? null : { by: below.by, isText: false };
    else below = own;
  }
  let above = 0;
  return shifts.map((shift) => {
    above = shift?.by ?? above;
    return shift ?? { by: above, isText: false };
  });
}

function lineOf(walk: Walk, at: number): number {
  return lineAndColumn(walk.lines, at).line - 1;
}

function columnOf(walk: Walk, at: number): number {
  return lineAndColumn(walk.lines, at).column - 1;
}
