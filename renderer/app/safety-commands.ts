import type { Stores } from '../state/stores.ts';
import type { Command } from './commands.ts';

/** Commands that bring earlier and unsaved texts back, and gather what a report of a fault should hold. */
export function safetyCommands({ documents, dialogs, safety }: Stores): Command[] {
  return [
    {
      id: 'scenario.versions',
      title: 'Versions of this scenario…',
      group: 'Scenario',
      keys: null,
      isEnabled: () => documents.active() !== null,
      run: () => {
        const active = documents.active();
        if (active) dialogs.show({ kind: 'versions', id: active.id });
      },
    },
    {
      id: 'scenario.left-work',
      title: 'Recover unsaved work…',
      group: 'Scenario',
      keys: null,
      isEnabled: () => true,
      run: () => dialogs.show({ kind: 'left-work' }),
    },
    {
      id: 'help.diagnostics',
      title: 'Copy diagnostics',
      group: 'Help',
      keys: null,
      isEnabled: () => true,
      run: () => void safety.copyDiagnostics(),
    },
  ];
}
