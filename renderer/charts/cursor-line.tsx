import { useLayoutEffect, useRef } from 'react';
import { type MonthRange, pixelAtMonth } from './geometry.ts';

interface CursorLineProps {
  readonly month: number | null;
  readonly months: MonthRange;
}

/** The vertical line at the shared cursor; placed without a render of the chart beneath. */
export function CursorLine({ month, months }: CursorLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = line.current;
    const width = element?.parentElement?.clientWidth ?? 0;
    if (!element) return;
    const isShown = month !== null && month >= months[0] && month <= months[1];
    element.style.visibility = isShown ? 'visible' : 'hidden';
    if (isShown) element.style.transform = `translateX(${Math.round(pixelAtMonth(month, width, months))}px)`;
  }, [month, months]);
  return <div ref={line} className="cursor-line" style={{ visibility: 'hidden' }} />;
}
