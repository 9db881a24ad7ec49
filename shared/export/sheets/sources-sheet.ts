import { sourceBook } from '#shared/view/source-book.ts';
import type { ExportDocument } from '../document.ts';
import type { Sheet } from './sheet.ts';

/** Lists the documents the figures rest on; addresses are texts, not links. */
export function sourcesSheet({ scenarios }: ExportDocument): Sheet {
  return {
    name: 'Sources',
    columns: [
      { form: 'text', width: 28 },
      { form: 'text', width: 22 },
      { form: 'text', width: 48 },
      { form: 'text', width: 22 },
      { form: 'text', width: 12 },
      { form: 'whole', width: 10 },
      { form: 'text', width: 60 },
      { form: 'text', width: 60 },
    ],
    heads: [['Scenario', 'Key', 'Document', 'Publisher', 'Date', 'Inputs', 'Note', 'Address']],
    rows: scenarios.flatMap(({ file, sources, inputs }) =>
      sourceBook(sources, inputs).entries.map(({ document, values }) => [
        file,
        document.key,
        document.title,
        document.publisher,
        document.date,
        values.length,
        document.note,
        document.url,
      ]),
    ),
    frozenColumns: 2,
  };
}
