import type { Element } from '@xmldom/xmldom';
import type { PageTable } from '#shared/export/pages/page.ts';
import { children, remove, within } from '../../open-xml/dom.ts';
import { readParagraphs, writeParagraphs } from './words.ts';

/** Reads the cells of a native table. */
export function readTable(frame: Element): string[][] {
  return within(frame, 'a:tr').map((row) =>
    children(row, 'a:tc').map((cell) => readParagraphs(cell).join(' ')),
  );
}

/** Puts new texts into the cells of a native table; rows are added and taken at the end, looking like the last one. */
export function refreshTable(frame: Element, table: PageTable): void {
  const rows = [table.columns.map(({ label }) => label), ...table.rows];
  const standing = within(frame, 'a:tr');
  const model = standing.at(-1);
  if (model === undefined) return;
  while (standing.length < rows.length) {
    const copy = model.cloneNode(true) as Element;
    model.parentNode?.appendChild(copy);
    standing.push(copy);
  }
  for (const surplus of standing.splice(rows.length)) remove(surplus);
  standing.forEach((row, at) => {
    children(row, 'a:tc').forEach((cell, column) => {
      const text = rows[at]?.[column];
      if (text !== undefined) writeParagraphs(cell, [text]);
    });
  });
}
