import { useEffect, useState } from 'react';

const patience = 200;

/** Turns true only when something has lasted longer than a blink, so that nothing flashes for quick work. */
export function useDelayed(isBusy: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isBusy) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return isBusy && isLate;
}
