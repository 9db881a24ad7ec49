import type { RunDocument } from './document.ts';
import { plainCell } from './plain-cell.ts';
import { type TidyCell, tidyColumns, tidyRows } from './tidy.ts';

/** Writes all measures as comma-separated values after RFC 4180; no answer is an empty cell. */
export function csv(document: RunDocument): string {
  const lines = [tidyColumns.join(',')];
  for (const row of tidyRows(document)) lines.push(row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cell(content: TidyCell): string {
  if (content === null) return '';
  if (typeof content === 'number') return String(content);
  const safe = plainCell(content);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
