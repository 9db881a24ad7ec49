import type { Stores } from '../state/stores.ts';
import type { Command } from './commands.ts';

/** What can be done with scenarios side by side, wherever the focus is. */
export function compareCommands({ comparison, documents }: Stores): readonly Command[] {
  const make = (id: string, title: string, keys: string | null, run: () => void): Command => ({
    id: `compare.${id}`,
    title,
    group: 'Analysis',
    keys,
    isEnabled: () => true,
    run,
  });
  return [
    make('open', 'Compare scenarios, or back to the editor', 'Alt+C', () =>
      comparison.store.getState().isOpen ? comparison.close() : comparison.open(),
    ),
    make('tick', 'Tick this scenario for comparison', null, () => {
      const active = documents.active();
      if (active) comparison.tick(active.id);
    }),
  ];
}
