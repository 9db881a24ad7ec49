import type { Command } from './commands.ts';

/** Says whether a key press is the keys of a command. */
export function isPress(event: KeyboardEvent, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts[parts.length - 1] ?? '';
  const wants = (name: string) => parts.includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || other || event.shiftKey !== wants('Shift') || event.altKey !== wants('Alt'))
    return false;
  // Alt changes the letter on some keyboards; the physical key stays.
  return (
    event.key.toLowerCase() === key.toLowerCase() ||
    event.code === `Digit${key}` ||
    event.code === `Key${key}`
  );
}

/** Writes keys for reading: `Ctrl+Shift+S`, on a Mac `⇧⌘S`. */
export function keysText(keys: string, isMac: boolean): string {
  const named = keys.replace('ArrowRight', '→').replace('ArrowLeft', '←');
  if (!isMac) return named.replace('Mod', 'Ctrl');
  return named.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '');
}

/** Runs commands by their keys, wherever the cursor is; returns how to stop. */
export function listenForShortcuts(commands: readonly Command[], isMac: boolean): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commands.find(({ keys, otherKeys }) =>
      [keys, otherKeys].some((each) => each && isPress(event, each, isMac)),
    );
    if (!command?.isEnabled()) return;
    if (command.yieldsToFields && hasOwnUndo(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    command.run();
  };
  window.addEventListener('keydown', listen, { capture: true });
  return () => window.removeEventListener('keydown', listen, { capture: true });
}

/**
 * Says whether what has the cursor takes back by itself what was done in it. A field of the form that shows what the text
 * says (`data-settled`) has nothing of its own to take back.
 */
function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const fields = ':not([type=range], [type=checkbox], [type=radio], [type=button], [data-settled])';
  return target.closest(`.monaco-editor, [role=dialog], textarea, input${fields}`) !== null;
}
