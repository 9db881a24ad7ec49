import { Slider } from 'radix-ui';
import { useRef } from 'react';
import type { Handle } from '#shared/scenario/spread/spread-handles.ts';
import type { SpreadAxis } from '#shared/view/spread-axis.ts';

interface SpreadHandleProps {
  readonly label: string;
  readonly handle: Handle;
  readonly axis: SpreadAxis;
  onMove(words: string): void;
  onHold(isHeld: boolean): void;
}

const thumbWidth = 14;

/** One number of a distribution on its axis, moved in whole steps by mouse, finger or arrow keys. */
export function SpreadHandle({ label, handle, axis, onMove, onHold }: SpreadHandleProps) {
  const isHeld = useRef(false);
  const { step } = handle;
  // Counted in steps, the slider begins and ends on one; it covers the part of the picture between those two.
  const first = Math.ceil(axis.low / step - 1e-9);
  const last = Math.max(first + 1, Math.floor(axis.high / step + 1e-9));
  const share = (value: number) => (100 * (value - axis.low)) / (axis.high - axis.low);
  const move = (count: number) => {
    if (!isHeld.current) onHold(true);
    isHeld.current = true;
    onMove(handle.write(count * step));
  };
  const drop = () => {
    if (isHeld.current) onHold(false);
    isHeld.current = false;
  };
  // The slider keeps its thumb inside by moving it off its value towards the middle; here it has to stand on it.
  const done = Math.min(1, Math.max(0, (handle.at / step - first) / (last - first)));
  const shift = (thumbWidth / 2) * (2 * done - 1);
  return (
    <Slider.Root
      className="spread-handle"
      style={{ left: `${share(first * step)}%`, right: `${100 - share(last * step)}%` }}
      min={first}
      max={last}
      step={1}
      value={[handle.at / step]}
      onValueChange={([count]) => count !== undefined && move(count)}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyUp={drop}
      onBlur={drop}
    >
      <Slider.Thumb
        className="spread-thumb"
        aria-label={`${handle.words} of ${label}`}
        aria-valuetext={handle.says}
        style={{ width: thumbWidth, transform: `translateX(${shift}px)` }}
        title={`${handle.words}: ${handle.says}`}
      />
    </Slider.Root>
  );
}
