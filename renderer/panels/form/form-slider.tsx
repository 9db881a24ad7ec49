import { useRef } from 'react';
import { sliderRange } from '../../state/form.ts';

interface FormSliderProps {
  readonly label: string;
  readonly amount: number;
  readonly range: Parameters<typeof sliderRange>[1];
  /** The amount with its unit, for those who hear the slider. */
  readonly says: string;
  onMove(amount: number): void;
  /** A run of changes begins or ends; it is one step of undo. */
  onHold(isHeld: boolean): void;
}

/** A slider with a sensible range around a certain value; the range rests while it is held. */
export function FormSlider({ label, amount, range, says, onMove, onHold }: FormSliderProps) {
  const held = useRef<ReturnType<typeof sliderRange>>(null);
  const slider = held.current ?? sliderRange(amount, range);
  if (slider === null) return null;
  const move = (next: number) => {
    if (held.current === null) onHold(true);
    held.current = slider;
    onMove(rounded(next, slider.step));
  };
  const drop = () => {
    if (held.current !== null) onHold(false);
    held.current = null;
  };
  return (
    <input
      type="range"
      aria-label={`${label}: slider`}
      aria-valuetext={says}
      min={slider.min}
      max={slider.max}
      step={slider.step}
      value={amount}
      onChange={(event) => move(Number(event.target.value))}
      onPointerUp={drop}
      onKeyUp={drop}
      onBlur={drop}
    />
  );
}

/** Takes the digits off that a slider cannot mean. */
function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
