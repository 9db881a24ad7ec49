import { ok } from '#shared/base/outcome.ts';
import { sayTheSame } from '../layers/say-the-same.ts';
import { parseText } from '../text/parse.ts';
import type { LineShift } from './line-shifts.ts';
import { lineShifts } from './line-shifts.ts';
import { readForEdit } from './locate.ts';
import type { Edit, EditOutcome } from './text-edit.ts';
import { applyEdits, cannotEdit, lineEnding } from './text-edit.ts';

/**
 * Tidies blanks and indentation: two spaces per level, no blanks at line ends, one empty line at most, one line ending
 * at the end. Keys keep their order, comments, quotes and the alignment inside a line stay; the meaning is unchanged.
 */
export function formatDocument(text: string): EditOutcome {
  const read = readForEdit(text);
  if (!read.ok) return read;
  if (read.value === null) return ok({ text, edits: [] });
  const result = applyEdits(text, tidy(text, lineShifts(text, read.value)));
  const again = parseText('', result.text);
  const isSame = again.tree !== null && again.problems.length === 0 && sayTheSame(read.value, again.tree);
  return isSame
    ? ok(result)
    : cannotEdit('not-writable', 'The indentation of this text cannot be tidied safely.');
}

function tidy(text: string, shifts: readonly LineShift[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let wasEmpty = true;
  for (const { by, isText } of shifts) {
    const next = text.indexOf('\n', at);
    const behind = next === -1 ? text.length : next + 1;
    const end = next > at && text[next - 1] === '\r' ? next - 1 : next === -1 ? text.length : next;
    const content = text.slice(at, end);
    const isEmpty = content.trim() === '';
    if (isEmpty && !isText && (wasEmpty || isTail(text, at)))
      edits.push({ from: at, to: behind, insert: '' });
    else edits.push(...tidyLine(content, at, by, isText));
    wasEmpty = isEmpty && !isText;
    at = behind;
  }
  if (!text.endsWith('\n')) edits.push({ from: text.length, to: text.length, insert: lineEnding(text) });
  return edits.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

/** True where nothing but blanks follows. */
function isTail(text: string, at: number): boolean {
  return text.slice(at).trim() === '';
}

function tidyLine(content: string, at: number, by: number, isText: boolean): Edit[] {
  const trimmed = content.trimEnd().length;
  if (trimmed === 0) return isText ? [] : [{ from: at, to: at + content.length, insert: '' }];
  const indent = /^ */.exec(content)?.[0].length ?? 0;
  const edits = [{ from: at, to: at + indent, insert: ' '.repeat(Math.max(0, indent + by)) }];
  if (!isText && trimmed < content.length) {
    edits.push({ from: at + trimmed, to: at + content.length, insert: '' });
  }
  return edits;
}
