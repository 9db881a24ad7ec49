import { type RefObject, useEffect, useRef, useState } from 'react';

/** Measures an element, so that a drawing in it can use pixels; the first size is a guess until it is known. */
export function useSize<T extends HTMLElement>(guess: {
  readonly width: number;
  readonly height: number;
}): readonly [RefObject<T | null>, { readonly width: number; readonly height: number }] {
  const element = useRef<T>(null);
  const [size, setSize] = useState(guess);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((last) => (last.width === width && last.height === height ? last : { width, height }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
