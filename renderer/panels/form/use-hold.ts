import { useCallback, useEffect, useRef } from 'react';
import { useStores } from '../../state/use-stores.ts';

/** A run of edits that is one step of undo: taken hold of with the first, let go of when hand or key leave. */
export interface Hold {
  readonly hold: (isHeld: boolean) => void;
  readonly isHeld: () => boolean;
}

/** Makes a hold; one that is still taken when its control goes away is let go of. */
export function useHold(onRelease: () => void): Hold {
  const { editorLink } = useStores();
  const held = useRef(false);
  const release = useRef(onRelease);
  release.current = onRelease;
  const hold = useCallback(
    (isHeld: boolean) => {
      if (held.current === isHeld) return;
      held.current = isHeld;
      if (isHeld) editorLink.beginGesture();
      else editorLink.endGesture();
      if (!isHeld) release.current();
    },
    [editorLink],
  );
  const isHeld = useCallback(() => held.current, []);
  useEffect(() => () => hold(false), [hold]);
  return { hold, isHeld };
}
