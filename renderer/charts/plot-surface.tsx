import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { type MonthRange, monthAtPixel, pixelAtMonth } from './geometry.ts';

interface PlotSurfaceProps {
  readonly months: MonthRange;
  /** All months there are: how far the view can be widened. */
  readonly whole: MonthRange;
  readonly cursor: number | null;
  readonly label: string;
  /** The month under the cursor, in words. */
  readonly valueText: string;
  readonly onCursor: (month: number | null) => void;
  readonly onZoom: (months: MonthRange | null) => void;
  readonly onPick: (month: number) => void;
  /** Looks into a point, given where it is on the screen; absent where there is nothing to look into. */
  readonly onInspect?: ((month: number, at: ScreenPoint) => void) | undefined;
  readonly children: ReactNode;
}

/** A place in the window, in pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A drag shorter than this is a click. */
const dragPixels = 6;

/**
 * What the hand does on a plot: pointing moves the cursor, dragging zooms, clicking picks, clicking with the other button looks into
 * a point, double-clicking shows all; the arrow keys, Enter and D do the same without a pointer.
 */
export function PlotSurface(props: PlotSurfaceProps) {
  const { months, whole, cursor, label, onCursor, onZoom, onPick, onInspect, children, valueText } = props;
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);

  const place = (event: PointerEvent) => {
    const rectangle = box.current?.getBoundingClientRect();
    const x = event.clientX - (rectangle?.left ?? 0);
    return { x, month: monthAtPixel(x, rectangle?.width ?? 1, months) };
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x } = place(event);
    setDrag({ from: x, to: x });
  };
  const move = (event: PointerEvent) => {
    const { x, month } = place(event);
    onCursor(month);
    if (drag) setDrag({ from: drag.from, to: x });
  };
  const release = (event: PointerEvent) => {
    if (!drag) return;
    setDrag(null);
    const { x, month } = place(event);
    if (Math.abs(x - drag.from) < dragPixels) return onPick(month);
    const width = box.current?.clientWidth ?? 1;
    const ends = [monthAtPixel(drag.from, width, months), month].sort((a, b) => a - b);
    const from = Math.floor(ends[0] ?? 0);
    onZoom([from, Math.max(from + 2, Math.ceil(ends[1] ?? 0))]);
  };
  const look = (event: MouseEvent<HTMLDivElement>) => {
    if (onInspect === undefined) return;
    event.preventDefault();
    event.currentTarget.focus();
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onInspect(monthAtPixel(event.clientX - left, width, months), { x: event.clientX, y: event.clientY });
  };
  const lookAtCursor = (month: number) => {
    const rectangle = box.current?.getBoundingClientRect();
    if (rectangle === undefined) return;
    const { left, top, width, height } = rectangle;
    onInspect?.(month, { x: left + pixelAtMonth(month, width, months), y: top + height / 2 });
  };
  const type = (event: KeyboardEvent) => {
    const at = cursor ?? months[1];
    const step = event.shiftKey ? 12 : 1;
    const inView = (month: number) => Math.min(months[1], Math.max(months[0], month));
    const acts: Record<string, () => void> = {
      ArrowLeft: () => onCursor(inView(at - step)),
      ArrowRight: () => onCursor(inView(at + step)),
      Home: () => onCursor(months[0] + 1),
      End: () => onCursor(months[1]),
      Enter: () => onPick(at),
      ...(onInspect === undefined ? {} : { d: () => lookAtCursor(at) }),
      Escape: () => onCursor(null),
      '+': () => onZoom(scaled(months, whole, at, 0.5)),
      '-': () => onZoom(scaled(months, whole, at, 2)),
      '0': () => onZoom(null),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    // The plot is a slider through time for the keyboard: its value is the month under the cursor.
    <div
      ref={box}
      className="plot"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={whole[0]}
      aria-valuemax={whole[1]}
      aria-valuenow={Math.round(cursor ?? months[1])}
      aria-valuetext={valueText}
      aria-keyshortcuts={onInspect === undefined ? undefined : 'D'}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerLeave={() => onCursor(null)}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => onZoom(null)}
      onContextMenu={look}
      onKeyDown={type}
    >
      {children}
      {drag && Math.abs(drag.to - drag.from) >= dragPixels ? (
        <div
          className="plot-drag"
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }}
        />
      ) : null}
    </div>
  );
}

/** Widens or narrows the months in sight around a point; the whole horizon is no zoom at all. */
function scaled(months: MonthRange, whole: MonthRange, around: number, factor: number): MonthRange | null {
  const span = Math.max(3, (months[1] - months[0]) * factor);
  const from = Math.max(whole[0], Math.floor(around - span / 2));
  const to = Math.min(whole[1], Math.ceil(from + span));
  return from <= whole[0] && to >= whole[1] ? null : [from, to];
}
