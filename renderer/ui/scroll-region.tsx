import type { ReactNode, RefObject } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  /** Where the element is wanted, as for rows that exist only while in sight. */
  readonly element?: RefObject<HTMLElement | null>;
}

/** A part of the screen that scrolls by itself and can therefore be reached with Tab and moved with the arrow keys. */
export function ScrollRegion({ label, className, children, element }: ScrollRegionProps) {
  const reach = (section: HTMLElement | null) => {
    if (section) section.tabIndex = 0;
    if (element) element.current = section;
  };
  return (
    <section ref={reach} aria-label={label} className={className}>
      {children}
    </section>
  );
}
