import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { inputText } from '#shared/view/analysis/input-text.ts';

/** An input to vary as the user states it; empty texts mean the range that suits the input. */
export interface InputWish {
  readonly key: string;
  readonly low: string;
  readonly high: string;
}

interface InputPickerProps {
  readonly label: string;
  readonly inputs: readonly InputNote[];
  readonly start: YearMonth;
  readonly wish: InputWish;
  /** What stands for no input at all, where that is a choice. */
  readonly none?: string;
  readonly onChange: (wish: InputWish) => void;
}

/** Chooses an input and how far it is varied. */
export function InputPicker({ label, inputs, start, wish, none, onChange }: InputPickerProps) {
  const note = inputs.find(({ key }) => key === wish.key);
  const groups: readonly (readonly [string, readonly InputNote[]])[] = [
    ['Decisions', inputs.filter(({ isDecision }) => isDecision)],
    ['Uncertain', inputs.filter((one) => one.isUncertain && !one.isDecision)],
    ['Other numbers', inputs.filter((one) => !one.isUncertain && !one.isDecision)],
  ];
  const end = (which: 'low' | 'high', words: string) => (
    <input
      aria-label={`${label}: ${words}`}
      placeholder={note === undefined ? '' : inputText(note[which], note, start)}
      disabled={note === undefined}
      value={wish[which]}
      onChange={(event) => onChange({ ...wish, [which]: event.target.value })}
    />
  );
  return (
    <div className="what-if-row">
      <span className="what-if-label">{label}</span>
      <select
        aria-label={label}
        value={wish.key}
        onChange={(event) => onChange({ key: event.target.value, low: '', high: '' })}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {groups.map(([name, members]) =>
          members.length === 0 ? null : (
            <optgroup key={name} label={name}>
              {members.map(({ key, text }) => (
                <option key={key} value={key}>
                  {key}: {text}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
      <span>from</span>
      {end('low', 'lowest value')}
      <span>to</span>
      {end('high', 'highest value')}
    </div>
  );
}
