import type { BottomTab } from '../state/layout.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './commands.ts';

/** Commands that ask what a figure depends on and what would change it. */
export function analysisCommands({ documents, dialogs, layout }: Stores): Command[] {
  const make = (id: string, title: string, keys: string | null, run: () => void): Command => ({
    id: `analysis.${id}`,
    title,
    group: 'Analysis',
    keys,
    isEnabled: () => documents.active() !== null,
    run,
  });
  const show = (tab: BottomTab) => () => layout.setState({ bottom: tab });
  return [
    make('sensitivity', 'What does this figure depend on?', 'Alt+S', show('sensitivity')),
    make('distribution', 'How is this figure distributed?', 'Alt+D', show('distribution')),
    make('actuals', 'What has been observed?', null, show('actuals')),
    make('seek', 'Goal seek…', 'Mod+Shift+G', () => dialogs.show({ kind: 'seek' })),
    make('sweep', 'Sweep one or two inputs…', null, () => dialogs.show({ kind: 'sweep' })),
  ];
}
