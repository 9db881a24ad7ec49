import type { Outcome } from '#shared/base/outcome.ts';
import { fail } from '#shared/base/outcome.ts';

/** One splice: the characters from `from` to `to` are replaced by `insert`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A changed text, and the splices that lead to it; every other character is as it was. */
export interface EditedText {
  readonly text: string;
  /** In ascending order, offsets into the text before any of them. */
  readonly edits: readonly Edit[];
}

/** Why a text could not be edited as asked. */
export interface EditFault {
  readonly code: 'unreadable' | 'not-found' | 'not-a-map' | 'exists' | 'shared' | 'not-writable';
  readonly message: string;
}

export type EditOutcome = Outcome<EditedText, EditFault>;

/** Applies splices that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let done = 0;
  for (const { from, to, insert } of sorted) {
    result += text.slice(done, from) + insert;
    done = to;
  }
  return { text: result + text.slice(done), edits: sorted };
}

/** Makes the failure to edit. */
export function cannotEdit(code: EditFault['code'], message: string): Outcome<never, EditFault> {
  return fail({ code, message });
}

/** The line ending a text uses, so that new lines look like the others. */
export function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The offset just behind the last character of the line that `at` stands in, before its line ending. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  if (next === -1) return text.length;
  return next > at && text[next - 1] === '\r' ? next - 1 : next;
}

/** The offset of the first character of the line that `at` stands in. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
