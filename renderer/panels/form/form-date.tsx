import { useRef } from 'react';
import { type DateSpelling, isWholeDate } from '../../state/date-spelling.ts';

interface FormDateProps {
  readonly label: string;
  readonly text: string;
  readonly spelling: DateSpelling;
  onPick(date: string): void;
  /** A run of changes begins or ends; it is one step of undo. */
  onHold(isHeld: boolean): void;
}

/** The browser's own picker of months or days beside a date; it writes the date as it was spelt. */
export function FormDate({ label, text, spelling, onPick, onHold }: FormDateProps) {
  const isHeld = useRef(false);
  const pick = (date: string) => {
    if (!isWholeDate(date, spelling)) return;
    if (!isHeld.current) onHold(true);
    isHeld.current = true;
    onPick(date);
  };
  const leave = () => {
    if (isHeld.current) onHold(false);
    isHeld.current = false;
  };
  return (
    <input
      className="form-date"
      type={spelling}
      aria-label={`${label}: date picker`}
      title={spelling === 'month' ? 'Choose a month' : 'Choose a day'}
      value={text.trim()}
      onChange={(event) => pick(event.target.value)}
      onBlur={leave}
    />
  );
}
