import { useState } from 'react';

/** Remembers what had the focus when the caller was first shown, and gives it back unless something has taken it since. */
export function useFocusBefore(): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    const isTaken = document.activeElement !== null && document.activeElement !== document.body;
    if (!isTaken && before instanceof HTMLElement) before.focus();
  };
}
