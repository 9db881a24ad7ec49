import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A part of the screen that scrolls by itself and can therefore be reached with Tab and moved with the arrow keys. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section ref={makeReachable} aria-label={label} className={className}>
      {children}
    </section>
  );
}

function makeReachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}
