import { standingPages } from '#shared/export/pages/standing-pages.ts';
import { toggled } from '../state/layout.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './commands.ts';

/** What takes numbers out of the program. */
export function exportCommands({ dialogs, documents, layout }: Stores): readonly Command[] {
  return [
    {
      id: 'export.open',
      title: 'Export: slides, workbook, report, pictures, tables…',
      group: 'Scenario',
      keys: 'Mod+E',
      isEnabled: () => documents.active() !== null,
      run: () => dialogs.show({ kind: 'export' }),
    },
    ...standingPages.map(
      ({ id, topic }): Command => ({
        id: `export.pin.${id}`,
        title: `Pin to the export, or take off: ${topic}`,
        group: 'Charts',
        keys: null,
        isEnabled: () => true,
        run: () => layout.setState((state) => ({ pinned: toggled(state.pinned, id) })),
      }),
    ),
  ];
}
