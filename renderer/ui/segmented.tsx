import { memo, useId } from 'react';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly title?: string;
}

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, segments, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="segmented" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} title={segment.title}>
          <input
            type="radio"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/**
 * One choice out of a few, side by side: native radio buttons under their labels, so the arrow keys move. Rendered only when it
 * changes: every rendering writes the name and type of each button to the page again.
 */
export const Segmented = memo(Choice) as typeof Choice;
