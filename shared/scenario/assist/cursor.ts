import type { Scanned } from './scan-text.ts';

/** Where the cursor stands: at a key of a map, or at the value of one. */
export interface Cursor {
  readonly role: 'key' | 'value';
  /** Path of the map the key stands in, or of the value. */
  readonly path: readonly string[];
  /** The word around the cursor, which a completion replaces. */
  readonly from: number;
  readonly to: number;
  /** The word as far as the cursor. */
  readonly typed: string;
  /** Column a new key of the map would have; -1 inside brackets. */
  readonly column: number;
}

const wordSign = /[\w.$=%/-]/;

/** Finds out what is being typed at an offset. */
export function cursorAt(text: string, scanned: readonly Scanned[], offset: number): Cursor {
  let from = offset;
  while (from > 0 && wordSign.test(text[from - 1] ?? '')) from--;
  let to = offset;
  while (to < text.length && wordSign.test(text[to] ?? '')) to++;
  const word = { from, to, typed: text.slice(from, offset) };
  const own = innermost(scanned, (entry) => offset >= entry.keyFrom && offset <= entry.to);
  if (own && own.keyFrom < own.keyTo && offset <= own.keyTo) {
    const isDash = text[own.keyFrom] === '-' && own.keyTo === own.keyFrom + 1;
    if (!isDash)
      return {
        role: 'key',
        path: own.path.slice(0, -1),
        from: own.keyFrom,
        to: own.keyTo,
        typed: text.slice(own.keyFrom, offset),
        column: own.column,
      };
  }
  if (own && isInBrackets(text, own, offset)) return inBrackets(text, own, offset, word);
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  if (own && own.valueFrom > lineFrom && offset >= own.valueFrom && own.keyTo > lineFrom) {
    return { role: 'value', path: own.path, ...word, column: own.column };
  }
  return atNewLine(text, scanned, offset, lineFrom, word);
}

/** The last entry that satisfies a test is the innermost, since entries are found from the outside in. */
function innermost(scanned: readonly Scanned[], test: (entry: Scanned) => boolean): Scanned | null {
  for (let i = scanned.length - 1; i >= 0; i--) {
    const entry = scanned[i];
    if (entry && test(entry)) return entry;
  }
  return null;
}

function isInBrackets(text: string, entry: Scanned, offset: number): boolean {
  return entry.column === -1 || bracketBefore(text, entry, offset) !== null;
}

/** The bracket that is open between the value's beginning and the offset, if any. */
function bracketBefore(text: string, entry: Scanned, offset: number): '{' | '[' | null {
  const open: ('{' | '[')[] = [];
  for (let at = entry.valueFrom; at < offset; at++) {
    const sign = text[at];
    if (sign === '{' || sign === '[') open.push(sign);
    else if (sign === '}' || sign === ']') open.pop();
  }
  return open.at(-1) ?? null;
}

function inBrackets(
  text: string,
  own: Scanned,
  offset: number,
  word: Pick<Cursor, 'from' | 'to' | 'typed'>,
): Cursor {
  const bracket = bracketBefore(text, own, offset);
  if (bracket === '{') return { role: 'key', path: own.path, ...word, column: -1 };
  return { role: 'value', path: own.path, ...word, column: -1 };
}

/** On a line without a key yet: the key of a map above that is further to the left, by its column. */
function atNewLine(
  text: string,
  scanned: readonly Scanned[],
  offset: number,
  lineFrom: number,
  word: Pick<Cursor, 'from' | 'to' | 'typed'>,
): Cursor {
  const line = text.slice(lineFrom, offset);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const column = /^ *- /.test(line) ? indent + 2 : indent;
  const owner = innermost(
    scanned,
    (entry) => entry.column !== -1 && entry.column < column && entry.keyFrom < lineFrom,
  );
  const isInside = owner !== null && isAncestorLine(scanned, owner, lineFrom, column);
  return { role: 'key', path: isInside ? owner.path : [], ...word, column };
}

/** True where nothing at or left of the owner's column stands between it and the line. */
function isAncestorLine(
  scanned: readonly Scanned[],
  owner: Scanned,
  lineFrom: number,
  column: number,
): boolean {
  return !scanned.some(
    (entry) =>
      entry.column !== -1 &&
      entry.keyFrom > owner.keyFrom &&
      entry.keyFrom < lineFrom &&
      entry.column <= owner.column &&
      entry.column < column,
  );
}
