import { type ReactNode, type RefObject, useRef } from 'react';
import { useCopyKey } from './use-copy-key.ts';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  /** Where the element is wanted, as for rows that exist only while in sight. */
  readonly element?: RefObject<HTMLElement | null>;
  /** What Ctrl+C copies while the region itself has the focus and no text in it is selected. */
  readonly onCopy?: () => void;
}

/** A part of the screen that scrolls by itself and can therefore be reached with Tab and moved with the arrow keys. */
export function ScrollRegion({ label, className, children, element, onCopy }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  useCopyKey(region, onCopy);
  const reach = (section: HTMLElement | null) => {
    if (section) section.tabIndex = 0;
    region.current = section;
    if (element) element.current = section;
  };
  return (
    <section
      ref={reach}
      aria-label={label}
      aria-keyshortcuts={onCopy ? 'Control+C' : undefined}
      className={className}
    >
      {children}
    </section>
  );
}
