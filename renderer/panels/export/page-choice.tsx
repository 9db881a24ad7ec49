import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { Button } from '../../ui/button.tsx';
import { PageOrder } from './page-order.tsx';
import { useChoosablePages } from './use-choosable-pages.ts';
import { usePageNames } from './use-page-names.ts';

/** Chooses pages: those pinned, in their order, and others besides; the standard set where none is chosen. */
export function PageChoice() {
  const exporter = useExporter();
  const chosen = useExport((state) => state.draft.pages);
  const others = useChoosablePages().filter((id) => !chosen.includes(id));
  const nameOf = usePageNames();
  const isWorkbook = useExport((state) => state.draft.format === 'xlsx');
  return (
    <fieldset className="export-group">
      <legend>{legendOf(isWorkbook, chosen.length)}</legend>
      {chosen.length > 0 ? (
        <>
          <PageOrder />
          <Button onClick={() => exporter.choosePages([])}>
            {isWorkbook ? 'Take all pins off' : 'Take all pins off: all pages'}
          </Button>
        </>
      ) : null}
      <div className="export-pages">
        {others.map((id) => (
          <label key={id} className="tick">
            <input type="checkbox" checked={false} onChange={() => exporter.choosePages([...chosen, id])} />
            {nameOf(id)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function legendOf(isWorkbook: boolean, count: number): string {
  if (count > 0) return `${isWorkbook ? 'Sheets beside the measures' : 'Pages'}: ${count}, in this order`;
  return isWorkbook ? 'Sheets beside the measures: none' : 'Pages: all that have figures';
}
