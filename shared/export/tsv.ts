import type { RunDocument } from './document.ts';
import { plainCell } from './plain-cell.ts';
import { type TidyCell, tidyColumns, tidyRows } from './tidy.ts';

/** Writes all measures as tab-separated values; the form knows no quotes, so tabs and line ends in texts become spaces. */
export function tsv(document: RunDocument): string {
  const lines = [tidyColumns.join('\t')];
  for (const row of tidyRows(document)) lines.push(row.map(cell).join('\t'));
  return `${lines.join('\n')}\n`;
}

function cell(content: TidyCell): string {
  if (content === null) return '';
  return typeof content === 'number' ? String(content) : plainCell(content.replace(/[\t\r\n]+/g, ' '));
}
