import { useCallback } from 'react';
import { pastedTable } from '#shared/export/pasted-table.ts';
import type { ChartTable } from '#shared/view/table.ts';
import { useStores } from '../../state/use-stores.ts';

/** Gives the action that puts a whole table on the clipboard, as text and as cells, and says so. */
export function useCopyCells(topic: string, table: ChartTable | null): () => void {
  const { notices } = useStores();
  return useCallback(() => {
    if (!table) return;
    const { text, html } = pastedTable(table);
    const forms = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    });
    navigator.clipboard.write([forms]).then(
      () => notices.say('copy', `${topic}: ${table.rows.length} rows are on the clipboard.`),
      () => notices.warn('copy', { kind: 'refused', message: 'The system does not let Offtake copy.' }),
    );
  }, [topic, table, notices]);
}
