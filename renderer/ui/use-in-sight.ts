import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Says whether an element is in sight or nearly so; what is out of sight need not be drawn. */
export function useInSight<T extends Element>(): readonly [RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [isInSight, setInSight] = useState(false);
  useLayoutEffect(() => {
    if (!element.current) return;
    // Told at once, so that what is in sight from the beginning is there in the first frame.
    const { top, bottom } = element.current.getBoundingClientRect();
    setInSight(bottom > 0 && top < window.innerHeight);
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false), {
      rootMargin: '80px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, isInSight];
}
