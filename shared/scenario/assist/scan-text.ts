/**
 * One key (or place of a list) of a text, found without parsing it: half-typed text has keys too. Offsets into the text;
 * `to` is where what belongs to the key ends.
 */
export interface Scanned {
  /** Keys from the top, places of lists counted from 1. */
  readonly path: readonly string[];
  readonly keyFrom: number;
  readonly keyTo: number;
  /** Where the value begins, behind the colon; for a place of a list, where the item begins. */
  readonly valueFrom: number;
  to: number;
  /** Column of the key; -1 inside brackets, where columns mean nothing. */
  readonly column: number;
}

interface Open {
  readonly entry: Scanned;
  /** For a key whose value is a block list: how many places there have been. */
  places: number;
}

/** A bracket that is open, with the path it stands at. */
interface Bracket {
  readonly sign: '{' | '[';
  readonly path: readonly string[];
  place: number;
  entry: Scanned | null;
}

/** Reading position of the scanner. */
interface Scan {
  readonly text: string;
  readonly found: Scanned[];
  readonly open: Open[];
  readonly brackets: Bracket[];
}

const blockKey =
  /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#'"{}[\],&*!|>%@`-][^#\n]*?|-[^\s#][^#\n]*?))[ \t]*:(?=\s|$)/y;
const flowKey = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#'"{}[\],:][^{}[\],\n]*?))[ \t]*:(?=[\s,{}[\]]|$)/y;

/** A stretch of a value in which nothing opens, closes or separates. */
const plainStretch = /[^#"'(){}[\],]+/y;

/** Finds all keys of a text in one pass over its lines. */
export function scanText(text: string): readonly Scanned[] {
  const scan: Scan = { text, found: [], open: [], brackets: [] };
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    scanLine(scan, at, end);
    at = end + 1;
  }
  closeBrackets(scan, text.length);
  closeBlocks(scan, 0, text.length);
  return scan.found;
}

function scanLine(scan: Scan, from: number, end: number): void {
  const { text } = scan;
  let at = from;
  while (at < end && text[at] === ' ') at++;
  if (at === end || text[at] === '#' || text[at] === '\r') return;
  // A key at the margin cannot stand inside brackets, so there a forgotten bracket is taken to end.
  if (scan.brackets.length > 0 && at === from && isKeyAt(text, at, blockKey)) closeBrackets(scan, from);
  if (scan.brackets.length > 0) {
    scanFlow(scan, at, end);
    return;
  }
  scanBlock(scan, at, end, at - from, from);
}

function scanBlock(scan: Scan, at: number, end: number, column: number, lineFrom: number): void {
  const { text } = scan;
  if (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
    closeBlocks(scan, column, lineFrom, true);
    const owner = scan.open.at(-1);
    const place = owner ? ++owner.places : 1;
    push(scan, [...(owner?.entry.path ?? []), String(place)], at, at + 1, at + 1, column);
    let next = at + 1;
    while (next < end && text[next] === ' ') next++;
    if (next < end) scanBlock(scan, next, end, column + (next - at), lineFrom);
    return;
  }
  blockKey.lastIndex = at;
  const match = blockKey.exec(text);
  if (match === null || at + match[0].length > end) {
    if (text[at] === '{' || text[at] === '[') scanFlow(scan, at, end);
    return;
  }
  closeBlocks(scan, column, lineFrom);
  const keyTo = at + match[0].slice(0, -1).trimEnd().length;
  const valueFrom = at + match[0].length;
  const owner = scan.open.at(-1)?.entry.path ?? [];
  push(scan, [...owner, match[1] ?? match[2] ?? match[3] ?? ''], at, keyTo, valueFrom, column);
  scanFlow(scan, valueFrom, end);
}

function push(
  scan: Scan,
  path: readonly string[],
  keyFrom: number,
  keyTo: number,
  valueFrom: number,
  column: number,
): void {
  const entry: Scanned = { path, keyFrom, keyTo, valueFrom, to: scan.text.length, column };
  scan.found.push(entry);
  scan.open.push({ entry, places: 0 });
}

/** Ends the blocks that a line at a column does not belong to; the dashes of a list may stand under its key. */
function closeBlocks(scan: Scan, column: number, at: number, isDash = false): void {
  for (let last = scan.open.at(-1); last !== undefined; last = scan.open.at(-1)) {
    const isOwner = isDash && last.entry.column === column && scan.text[last.entry.keyFrom] !== '-';
    if (last.entry.column < column || isOwner) return;
    last.entry.to = at;
    scan.open.pop();
  }
}

function scanFlow(scan: Scan, from: number, end: number): void {
  const { text, brackets } = scan;
  let depth = 0;
  let at = from;
  while (at < end) {
    const sign = text[at] ?? '';
    const bracket = brackets.at(-1);
    if (!mayBegin(bracket, depth)) {
      plainStretch.lastIndex = at;
      if (plainStretch.test(text)) {
        at = plainStretch.lastIndex;
        continue;
      }
    }
    if (sign === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) return;
    if ((sign === '"' || sign === "'") && opensQuote(text, from, at)) {
      if (bracket === undefined && depth === 0 && text.slice(from, at).trim() !== '') return;
      const key = bracket?.sign === '{' && depth === 0 ? keyAt(scan, bracket, at, end) : null;
      if (key !== null) {
        at = key;
        continue;
      }
      const close = text.indexOf(sign, at + 1);
      at = close === -1 || close >= end ? end : close + 1;
      continue;
    }
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === '{' || sign === '[') openBracket(scan, sign, at);
    else if (sign === '}' || sign === ']') {
      depth = 0;
      closeBracket(scan, at);
    } else if (sign === ',' && depth === 0 && bracket !== undefined) nextItem(scan, bracket, at);
    else if (bracket?.sign === '{' && depth === 0 && bracket.entry === null && /\S/.test(sign)) {
      const key = keyAt(scan, bracket, at, end);
      if (key !== null) {
        at = key;
        continue;
      }
      at = wordEnd(text, at, end);
      continue;
    } else if (
      bracket === undefined &&
      depth === 0 &&
      /\S/.test(sign) &&
      text.slice(from, at).trim() === ''
    ) {
      // A plain value outside brackets: what it holds is its own affair.
      return;
    }
    at++;
  }
}

/** Says whether the next word may be a key, or the first of a value: letters matter only there. */
function mayBegin(bracket: Bracket | undefined, depth: number): boolean {
  return depth === 0 && (bracket === undefined || (bracket.sign === '{' && bracket.entry === null));
}

/** A quote opens only where a value or key begins; elsewhere it is an apostrophe. */
function opensQuote(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at).trimEnd().at(-1);
  return before === undefined || /[,{[:]/.test(before);
}

/** A plain word in a map that is no key (yet): skipped as a whole, so that its end is not taken for a key. */
function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !/[,{}[\]"']/.test(text[at] ?? '')) at++;
  return Math.max(at, from + 1);
}

function keyAt(scan: Scan, bracket: Bracket, at: number, end: number): number | null {
  if (bracket.entry !== null) return null;
  flowKey.lastIndex = at;
  const match = flowKey.exec(scan.text);
  if (match === null || at + match[0].length > end) return null;
  const keyTo = at + match[0].slice(0, -1).trimEnd().length;
  const valueFrom = at + match[0].length;
  const key = match[1] ?? match[2] ?? match[3] ?? '';
  const path = [...bracket.path, key];
  bracket.entry = { path, keyFrom: at, keyTo, valueFrom, to: scan.text.length, column: -1 };
  scan.found.push(bracket.entry);
  return valueFrom;
}

function isKeyAt(text: string, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function openBracket(scan: Scan, sign: '{' | '[', at: number): void {
  const around = scan.brackets.at(-1);
  const path = around ? (around.entry?.path ?? around.path) : (scan.open.at(-1)?.entry.path ?? []);
  const bracket: Bracket = { sign, path, place: 0, entry: null };
  scan.brackets.push(bracket);
  if (sign === '[') nextItem(scan, bracket, at);
}

function nextItem(scan: Scan, bracket: Bracket, at: number): void {
  if (bracket.entry) bracket.entry.to = at;
  bracket.entry = null;
  if (bracket.sign === '{') return;
  bracket.place += 1;
  const path = [...bracket.path, String(bracket.place)];
  bracket.entry = {
    path,
    keyFrom: at + 1,
    keyTo: at + 1,
    valueFrom: at + 1,
    to: scan.text.length,
    column: -1,
  };
  scan.found.push(bracket.entry);
}

function closeBracket(scan: Scan, at: number): void {
  const bracket = scan.brackets.pop();
  if (bracket?.entry) bracket.entry.to = at;
}

function closeBrackets(scan: Scan, at: number): void {
  while (scan.brackets.length > 0) closeBracket(scan, at);
}
