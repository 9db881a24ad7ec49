import { useEffect, useMemo } from 'react';
import { useStores } from '../state/use-stores.ts';
import { createCommands } from './commands.ts';
import { keysText, listenForShortcuts } from './shortcuts.ts';

const isMac = /Mac/.test(navigator.userAgent);

/** Makes the commands work: by their keys, from the native menu, and as entries of the palette. */
export function useCommands() {
  const stores = useStores();
  const commands = useMemo(() => createCommands(stores), [stores]);
  useEffect(() => listenForShortcuts(commands, isMac), [commands]);
  useEffect(
    () =>
      stores.onMenuCommand((id) => {
        const command = commands.find((one) => one.id === id);
        if (command?.isEnabled()) command.run();
      }),
    [stores, commands],
  );
  return commands
    .filter((command) => command.isEnabled())
    .map((command) => ({ ...command, keys: command.keys && keysText(command.keys, isMac) }));
}
