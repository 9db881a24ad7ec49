import { standingPages } from '#shared/export/pages/compose.ts';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { toggled } from '../../state/layout.ts';
import { useLayout } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';

/** Chooses pages: those pinned to the charts, others besides, or the standard set where none is chosen. */
export function PageChoice() {
  const exporter = useExporter();
  const chosen = useExport((state) => state.draft.pages);
  const pages = useChoosablePages();
  return (
    <fieldset className="export-group">
      <legend>Pages{chosen.length === 0 ? ': all that have figures' : `: ${chosen.length}`}</legend>
      <div className="export-pages">
        {pages.map(({ id, topic }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={() => exporter.choose({ pages: toggled(chosen, id) })}
            />
            {topic}
          </label>
        ))}
      </div>
      {chosen.length > 0 ? <Button onClick={() => exporter.choose({ pages: [] })}>All pages</Button> : null}
    </fieldset>
  );
}

/** Every page there is for the scenarios chosen, the user's own charts included. */
export function useChoosablePages(): readonly { readonly id: string; readonly topic: string }[] {
  const own = useLayout((state) => state.own);
  const isPair = useExport((state) => state.draft.scenarios.length > 1);
  return [
    ...(isPair
      ? [
          { id: 'compare', topic: 'Comparison of headline figures' },
          { id: 'bridge', topic: 'Bridge from the base' },
        ]
      : []),
    ...standingPages,
    ...own.map(({ id, measures }) => ({ id, topic: measures.join(', ') })),
  ];
}
