import { flushSync } from 'react-dom';
import { useFocusBefore } from './use-focus-before.ts';

/**
 * Makes what a list does when one of its entries is chosen: the list goes, the focus goes back, and then the entry runs. All
 * at once: it is about what is there now, whatever it gives the focus to keeps it, and the next key may come before a frame.
 */
export function useChosen(onClose: () => void): (run: () => void) => () => void {
  const giveFocusBack = useFocusBefore();
  return (run) => () => {
    flushSync(onClose);
    giveFocusBack();
    run();
  };
}
