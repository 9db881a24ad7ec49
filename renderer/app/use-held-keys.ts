import { useLayoutEffect } from 'react';
import { useStore } from 'zustand/react';
import type { Dialogs } from '../state/dialogs.ts';

/**
 * Keeps what is typed for the palette while that is on its way: somebody who knows a command types on without looking, and the
 * editor still has the cursor.
 */
export function useHeldKeys(dialogs: Dialogs): void {
  const isWanted = useStore(dialogs.store, ({ dialog }) => dialog?.kind === 'palette');
  useLayoutEffect(() => {
    if (!isWanted) return;
    const hold = (event: KeyboardEvent) => {
      const { dialog } = dialogs.store.getState();
      const isThere = document.activeElement?.closest('[role=dialog]') !== null;
      if (dialog?.kind !== 'palette' || isThere || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') return dialogs.close();
      const find = afterKey(dialog.find, event.key);
      if (find !== dialog.find) dialogs.show({ kind: 'palette', find });
    };
    window.addEventListener('keydown', hold, { capture: true });
    return () => window.removeEventListener('keydown', hold, { capture: true });
  }, [dialogs, isWanted]);
}

/** What a field holds after a key; keys that write nothing leave it. */
function afterKey(text: string, key: string): string {
  if (key === 'Backspace') return [...text].slice(0, -1).join('');
  return [...key].length === 1 ? text + key : text;
}
