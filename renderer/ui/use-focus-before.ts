import { useState } from 'react';

/**
 * Remembers what had the focus when the caller was first shown, and gives it back unless something has taken it since. What opens by keys
 * and commands gives it back so when it closes: by itself it would go to a button that opens it, and there is none.
 */
export function useFocusBefore(): (closing?: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (closing) => {
    closing?.preventDefault();
    const isTaken = document.activeElement !== null && document.activeElement !== document.body;
    if (!isTaken && before instanceof HTMLElement) before.focus();
  };
}
