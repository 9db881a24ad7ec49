import { type RefObject, useEffect } from 'react';

/**
 * Gives Ctrl+C (Cmd+C) a meaning of its own while an element has the focus. Where text is selected the browser's own
 * copying stays, since that is what is asked for then.
 */
export function useCopyKey(element: RefObject<HTMLElement | null>, copy: (() => void) | undefined): void {
  useEffect(() => {
    const target = element.current;
    if (!target || !copy) return undefined;
    const pressed = (event: KeyboardEvent) => {
      const isCopyKey = event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey);
      if (!isCopyKey || event.shiftKey || event.altKey || event.target !== target) return;
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      copy();
    };
    target.addEventListener('keydown', pressed);
    return () => target.removeEventListener('keydown', pressed);
  }, [element, copy]);
}
