import { useEffect, useState } from 'react';

const patience = 500;

/** Follows a value when it has stayed for a moment: what nobody sees need not be laid out with every key. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), patience);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
