import { type KeyboardEvent, useId, useState } from 'react';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { removeChoice } from '#shared/scenario/spread/choices.ts';
import { parameterWords } from '#shared/scenario/spread/family.ts';
import { nudgeParameter } from '#shared/scenario/spread/nudge-parameter.ts';
import type { Parameter, Spread } from '#shared/scenario/spread/spread.ts';
import { parameterText, typeParameter } from '#shared/scenario/spread/write-parameter.ts';
import type { Range } from '#shared/scenario/value.ts';
import { IconButton } from '../../ui/button.tsx';

interface SpreadParameterProps {
  readonly label: string;
  readonly spread: Spread;
  readonly parameter: Parameter;
  readonly distribution: Distribution;
  readonly range: Range | null;
  /** Why the quantity cannot be what is typed here; null where it can. */
  readonly fault: string | null;
  /** The quantity with what is typed; null when the typing is given up. */
  onDraft(words: string | null): void;
  onCommit(): void;
  onStep(words: string): void;
  onHold(isHeld: boolean): void;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** One number of a distribution: typed and confirmed with Enter, or stepped with the arrow keys. */
export function SpreadParameter(props: SpreadParameterProps) {
  const { label, spread, parameter, distribution, range, fault, onDraft, onCommit, onStep, onHold } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const faultId = useId();
  const { spelling, key, index } = parameter;
  const written = parameterText(spread, parameter);
  const isBound = key === 'at-least' || key === 'at-most';
  const several = spread.parameters.filter((one) => one.key === key).length > 1;
  const name = several ? `${parameterWords[key]} ${index + 1}` : parameterWords[key];
  const share = key === 'weight' ? weightShare(spread, parameter) : null;

  const rest = key === 'weight' ? removeChoice(spread, index) : null;

  const type = (text: string) => {
    setTyped(text);
    onDraft(typeParameter(spread, parameter, text));
  };
  const give = () => {
    setTyped(null);
    onDraft(null);
  };
  const confirm = () => {
    onCommit();
    // What cannot be is kept to be mended, with its fault beside it.
    if (fault === null) setTyped(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') confirm();
    if (event.key === 'Escape') give();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const words = nudgeParameter(spread, parameter, distribution, range, step);
    if (words === null) return;
    give();
    onHold(true);
    onStep(words);
  };
  return (
    <div className="spread-parameter" data-parameter={`${key}-${index}`}>
      <label>
        <span>{name}</span>
        <span className="spread-number">
          {spelling.kind === 'amount' && spelling.before !== '' ? <i>{spelling.before}</i> : null}
          <input
            aria-label={`${name} of ${label}`}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : faultId}
            inputMode={spelling.kind === 'date' ? 'text' : 'decimal'}
            placeholder={isBound ? 'none' : undefined}
            spellCheck={false}
            data-settled={typed === null ? '' : undefined}
            value={typed ?? written}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onKeyUp={() => onHold(false)}
            onBlur={() => {
              onHold(false);
              confirm();
            }}
          />
          {spelling.kind === 'amount' && spelling.after !== '' ? <i>{spelling.after.trim()}</i> : null}
          {share !== null ? <output>{share}</output> : null}
          {rest === null ? null : (
            <IconButton
              icon="close"
              label={`Remove value ${index + 1} of ${label}`}
              onClick={() => onStep(rest)}
            />
          )}
        </span>
      </label>
      {fault !== null ? (
        <p className="spread-fault" id={faultId} role="alert">
          {fault} Not written.
        </p>
      ) : null}
    </div>
  );
}

/** What a weight comes to among all of them. */
function weightShare(spread: Spread, { value }: Parameter): string {
  const total = spread.parameters
    .filter(({ key }) => key === 'weight')
    .reduce((sum, weight) => sum + weight.value, 0);
  return total > 0 ? `= ${Number(((value / total) * 100).toPrecision(3))} %` : '';
}
