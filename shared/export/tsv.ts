import type { RunDocument } from './document.ts';
import { tidyColumns, tidyRows } from './tidy.ts';
import { tsvCell } from './tsv-cell.ts';

/** Writes all measures as tab-separated values; the form knows no quotes, so tabs and line ends in texts become spaces. */
export function tsv(document: RunDocument): string {
  const lines = [tidyColumns.join('\t')];
  for (const row of tidyRows(document)) lines.push(row.map(tsvCell).join('\t'));
  return `${lines.join('\n')}\n`;
}
