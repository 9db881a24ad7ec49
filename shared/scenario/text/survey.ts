import { textLimits } from './limits.ts';

/**
 * What is learnt from a text in one pass before it is handed to the YAML reader.
 *
 * Analysts write `slip: pert(0, 3, 18) months` inside `{ … }` and `oneof($4B: 1, $8B: 3)` after a colon. To YAML the
 * comma would end the value and the colon would start another. So commas and colons that belong to a quantity are
 * replaced, one for one, by two characters the text does not use; offsets stay true and `restore` brings them back.
 */
export interface Survey {
  readonly prepared: string;
  readonly restore: (text: string) => string;
  /** Offset where nesting becomes too deep to be a scenario, or null. */
  readonly tooDeepAt: number | null;
}

interface Scan {
  readonly text: string;
  /** Offsets of commas and colons that belong to a value. */
  readonly commas: number[];
  readonly colons: number[];
  /** Columns at which enclosing block maps and lists begin. */
  readonly indents: number[];
  flowDepth: number;
  tooDeepAt: number | null;
}

/** Looks over a text once: nesting depth, and punctuation inside quantities. */
export function surveyText(text: string): Survey {
  const scan: Scan = { text, commas: [], colons: [], indents: [], flowDepth: 0, tooDeepAt: null };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length && scan.tooDeepAt === null) at = surveyLine(scan, at);
  return prepare(scan);
}

/** Surveys one line (or one block of literal text) and returns where the next begins. */
function surveyLine(scan: Scan, start: number): number {
  const { text } = scan;
  let at = start;
  let column = 0;
  let blockColumn = 0;
  // Leading spaces and the dashes of lists that open on this line.
  for (;;) {
    const char = text[at];
    if (char === ' ') at++;
    else if ((char === '-' || char === '?') && isBlank(text[at + 1])) {
      noteIndent(scan, at - start, at);
      blockColumn = at - start;
      at++;
    } else break;
  }
  column = at - start;
  const first = text[at];
  if (first === undefined || first === '\n' || first === '\r') return at + lineBreakLength(text, at);
  if (first !== '#' && first !== '|' && first !== '>') {
    noteIndent(scan, column, at);
    blockColumn = column;
  }
  const end = surveyContent(scan, at);
  const next = end + lineBreakLength(text, end);
  if (scan.flowDepth === 0 && opensLiteralText(text, at, end))
    return skipLiteralText(text, next, blockColumn);
  return next;
}

function noteIndent(scan: Scan, column: number, at: number): void {
  if (scan.flowDepth > 0) return;
  while (scan.indents.length > 0 && (scan.indents.at(-1) ?? 0) >= column) scan.indents.pop();
  scan.indents.push(column);
  checkDepth(scan, at);
}

/** The exact depth is counted on the tree; this bound only keeps hostile texts away from a recursive reader. */
function checkDepth(scan: Scan, at: number): void {
  if (scan.flowDepth + scan.indents.length > 2 * textLimits.depth) scan.tooDeepAt ??= at;
}

/** Surveys from `start` to the end of the line, or beyond where a quoted text spans lines; returns where it stopped. */
function surveyContent(scan: Scan, start: number): number {
  const { text } = scan;
  let before = '';
  let gap = true;
  let at = start;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n') break;
    if (char === ' ' || char === '\t' || char === '\r') {
      gap = true;
      continue;
    }
    if (char === '#' && gap) return endOfLine(text, at);
    const startsToken = isTokenStart(scan, before, gap);
    before = char;
    if ((char === '"' || char === "'") && startsToken) at = endOfQuote(text, at, char);
    else if (char === '(') at = protect(scan, at);
    else if (char === ',' && scan.flowDepth > 0 && startsBound(text, at)) {
      scan.commas.push(at);
      before = 'b';
    } else surveyBracket(scan, char, at, startsToken);
    gap = false;
  }
  return at;
}

function surveyBracket(scan: Scan, char: string, at: number, startsToken: boolean): void {
  if ((char === '[' || char === '{') && (scan.flowDepth > 0 || startsToken)) {
    scan.flowDepth++;
    checkDepth(scan, at);
  } else if ((char === ']' || char === '}') && scan.flowDepth > 0) scan.flowDepth--;
}

/** True where a quote or bracket would begin a value, rather than stand inside plain words. */
function isTokenStart(scan: Scan, before: string, gap: boolean): boolean {
  if (before === '') return true;
  if (before === ':' || before === '-' || before === '?')
    return gap || (before === ':' && scan.flowDepth > 0);
  return scan.flowDepth > 0 && (before === '{' || before === '[' || before === ',');
}

/** Protects what stands between a bracket and its partner on the same line; returns where the partner is. */
function protect(scan: Scan, from: number): number {
  const to = partnerOf(scan.text, from);
  for (let at = from + 1; at < to; at++) {
    const char = scan.text[at];
    if (char === ',') scan.commas.push(at);
    else if (char === ':' && isBlank(scan.text[at + 1])) scan.colons.push(at);
  }
  return to;
}

/** Characters between two brackets of a quantity or formula at most; a bound on looking ahead. */
const longestBracket = 1000;

/** The bracket that closes the one at `from`, or `from` itself where there is none before the value must have ended. */
function partnerOf(text: string, from: number): number {
  let depth = 0;
  const end = Math.min(text.length, from + longestBracket);
  for (let at = from; at < end; at++) {
    const char = text[at];
    if (char === '(') depth++;
    else if (char === ')') {
      depth--;
      if (depth === 0) return at;
    } else if (char === '\n' || '{}[]'.includes(char ?? '')) return from;
    else if ((char === '"' || char === "'") && text.slice(at - 2, at) === ': ') return from;
    else if (char === '#' && isBlank(text[at - 1])) return from;
  }
  return from;
}

const boundAhead = /,[ \t]+at (?:most|least) (?:(?!: )[^,{}[\]\n#])+(?=[,}\]\n])/y;

function startsBound(text: string, at: number): boolean {
  boundAhead.lastIndex = at;
  return boundAhead.test(text);
}

const literalHeader = /(?:^|[\s:-])[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:[ \t]#.*)?\r?$/;

function opensLiteralText(text: string, from: number, to: number): boolean {
  const line = text.slice(from, to);
  return (line.includes('|') || line.includes('>')) && literalHeader.test(line);
}

function skipLiteralText(text: string, start: number, blockColumn: number): number {
  let at = start;
  while (at < text.length) {
    let content = at;
    while (text[content] === ' ') content++;
    const isEmpty = content >= text.length || text[content] === '\n' || text[content] === '\r';
    if (!isEmpty && content - at <= blockColumn) return at;
    const end = endOfLine(text, content);
    at = end + lineBreakLength(text, end);
  }
  return at;
}

function endOfQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

function lineBreakLength(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return text[at] === '\n' ? 1 : 0;
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

function prepare(scan: Scan): Survey {
  const { text, commas, colons, tooDeepAt } = scan;
  if (commas.length + colons.length === 0) return { prepared: text, restore: (part) => part, tooDeepAt };
  const [comma, colon] = unusedCharacters(text);
  const units = [
    ...commas.map((at) => ({ at, char: comma })),
    ...colons.map((at) => ({ at, char: colon })),
  ].sort((a, b) => a.at - b.at);
  let prepared = '';
  let done = 0;
  for (const { at, char } of units) {
    prepared += text.slice(done, at) + char;
    done = at + 1;
  }
  prepared += text.slice(done);
  const restore = (part: string) => part.replaceAll(comma, ',').replaceAll(colon, ':');
  return { prepared, restore, tooDeepAt };
}

/** Two characters of the private-use area that do not occur in the text. */
function unusedCharacters(text: string): readonly [string, string] {
  const found: string[] = [];
  for (let code = 0xe000; found.length < 2; code++) {
    const char = String.fromCharCode(code);
    if (!text.includes(char)) found.push(char);
  }
  return [found[0] ?? '', found[1] ?? ''];
}
