import { plainCell } from './plain-cell.ts';
import type { TidyCell } from './tidy.ts';

/** Writes one cell between tabs: a number in full, a text on one line and never as a formula, no answer as nothing. */
export function tsvCell(content: TidyCell): string {
  if (content === null) return '';
  return typeof content === 'number' ? String(content) : plainCell(content.replace(/[\t\r\n]+/g, ' '));
}
