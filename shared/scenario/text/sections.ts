/** A part of a text that can be read for itself: one name of a block map, with all lines that belong to it. */
export interface Section {
  readonly from: number;
  readonly to: number;
  /** Column of the name. */
  readonly indent: number;
}

/** The lines beneath a name, where they are a block map of their own. */
export interface Inside {
  /** Where the name ends. */
  readonly keyTo: number;
  readonly sections: readonly Section[];
}

const name = /[A-Za-z][\w-]*:(?=[ \t\r\n]|$)/y;
/** Behind a name that holds a map: nothing, or a remark. */
const nothingBut = /^[ ]*(?:[ ]#[^\n]*)?\r?\n?$/;
/** What makes one part of a text depend on another, or the text more than one map: then it is read as a whole. */
const isEntangled = /^(?:---|\.\.\.|%|\ufeff|\?)|(?:^|[\s,[{:])[&*!][^\s]|\t/m;

/**
 * Cuts a text into the entries of its top map, so that after an edit only the entry it lies in need be read. Null where the text
 * does not plainly fall into entries. Only what is read without a fault counts: an open quote or bracket makes its section
 * unreadable, and then the text is read as a whole.
 */
export function cutIntoSections(text: string): readonly Section[] | null {
  return isEntangled.test(text) ? null : cut(text, 0, text.length, 0);
}

/** Cuts a section that holds a map into the entries of that map; null where it does not plainly fall into them. */
export function cutInside(text: string, { from, to, indent }: Section): Inside | null {
  name.lastIndex = from + indent;
  if (!name.test(text)) return null;
  const keyTo = name.lastIndex - 1;
  const body = nextLine(text, from, to);
  if (!nothingBut.test(text.slice(keyTo + 1, body))) return null;
  const column = firstColumn(text, body, to);
  const sections = column !== null && column > indent ? cut(text, body, to, column) : null;
  return sections && { keyTo, sections };
}

function cut(text: string, from: number, to: number, indent: number): readonly Section[] | null {
  const starts: number[] = [];
  for (let at = from; at < to; at = nextLine(text, at, to)) {
    const column = columnOf(text, at, to);
    if (column === null || column > indent) {
      if (column !== null && starts.length === 0) return null;
      continue;
    }
    name.lastIndex = at + column;
    if (column < indent || !name.test(text)) return null;
    starts.push(at);
  }
  if (starts.length === 0) return null;
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to, indent }));
}

function firstColumn(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at = nextLine(text, at, to)) {
    const column = columnOf(text, at, to);
    if (column !== null) return column;
  }
  return null;
}

/** Where a line begins to say something; null for empty lines and remarks. */
function columnOf(text: string, start: number, to: number): number | null {
  let at = start;
  while (at < to && text[at] === ' ') at += 1;
  const first = text[at];
  return at >= to || first === '\n' || first === '\r' || first === '#' ? null : at - start;
}

function nextLine(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 || end >= to ? to : end + 1;
}
