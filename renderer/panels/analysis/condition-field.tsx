import { type FormEvent, useId, useState } from 'react';
import type { Threshold } from '#shared/engine/summary/probability.ts';
import { type About, figureText } from '#shared/view/analysis/about.ts';
import { readFigure } from '#shared/view/analysis/read-figure.ts';
import { Button } from '../../ui/button.tsx';

interface ConditionFieldProps {
  readonly about: About;
  /** A value to begin with. */
  readonly usual: number;
  readonly onChange: (condition: Threshold | null) => void;
}

/** Asks for a condition on the measure: a side and a value with its unit. */
export function ConditionField({ about, usual, onChange }: ConditionFieldProps) {
  const [side, setSide] = useState<Threshold['comparison']>('at-least');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const note = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      setWrong(null);
      return onChange(null);
    }
    const value = readFigure(text, about);
    setWrong(value.ok ? null : value.error);
    if (value.ok) onChange({ comparison: side, value: value.value });
  };
  return (
    <form className="condition" onSubmit={submit}>
      <label>
        <span>How likely is </span>
        <select
          aria-label="Side"
          value={side}
          onChange={(event) => setSide(event.target.value === 'at-most' ? 'at-most' : 'at-least')}
        >
          <option value="at-least">at least</option>
          <option value="at-most">at most</option>
        </select>
      </label>
      <input
        aria-label="Value"
        aria-describedby={note}
        aria-invalid={wrong !== null}
        placeholder={figureText(about, usual)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Show</Button>
      <span id={note} className="bad">
        {wrong}
      </span>
    </form>
  );
}
