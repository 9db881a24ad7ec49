import { useMemo, useState } from 'react';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { parseOnce } from '#shared/scenario/quantity/parse-once.ts';
import { addChoice } from '#shared/scenario/spread/choices.ts';
import { readSpread } from '#shared/scenario/spread/read-spread.ts';
import type { Parameter } from '#shared/scenario/spread/spread.ts';
import { faultyParameter } from '#shared/scenario/spread/spread-fault.ts';
import type { Value } from '#shared/scenario/value.ts';
import { Button } from '../../ui/button.tsx';
import { SpreadFamily } from './spread-family.tsx';
import { SpreadFiguresList } from './spread-figures-list.tsx';
import { SpreadParameter } from './spread-parameter.tsx';
import { SpreadPicture } from './spread-picture.tsx';
import type { Quantity } from './use-quantity.ts';

interface SpreadEditorProps {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly start: YearMonth;
  readonly quantity: Quantity;
}

/** What is being typed for one number, and what the whole quantity would say with it. */
interface Draft {
  readonly parameter: Parameter;
  readonly words: string;
}

/** How a quantity is distributed: family, numbers, picture and percentiles, all of the same words in the text. */
export function SpreadEditor({ id, label, value, start, quantity }: SpreadEditorProps) {
  const { words, write, hold } = quantity;
  const [draft, setDraft] = useState<Draft | null>(null);
  const { dimension, range } = value;
  const spread = useMemo(() => readSpread(words, dimension, start), [words, dimension, start]);
  const drafted = draft && parseOnce(draft.words, dimension, { start, range: range ?? {} });
  const distribution = drafted?.ok ? drafted.value.distribution : quantity.distribution;
  if (spread === null) {
    return (
      <p className="spread" id={id}>
        The words of {label} cannot be read; correct them in the field above.
      </p>
    );
  }
  const draftSpread = draft && (readSpread(draft.words, dimension, start) ?? null);
  const fault = drafted && !drafted.ok ? drafted.error : null;
  const blamed =
    draft && fault
      ? draftSpread
        ? faultyParameter(draftSpread, fault, draft.parameter)
        : draft.parameter
      : null;
  const isSame = (one: Parameter, other: Parameter | null) =>
    one.key === other?.key && one.index === other.index;
  const commit = () => {
    if (draft === null || !drafted?.ok) return;
    if (draft.words !== words) write(draft.words);
    setDraft(null);
  };
  const more = addChoice(spread);
  return (
    <section className="spread" id={id} aria-label={`Distribution of ${label}`}>
      <SpreadFamily
        label={label}
        value={value}
        spread={spread}
        distribution={distribution}
        onChoose={write}
      />
      <SpreadPicture
        label={label}
        spread={draftSpread ?? spread}
        distribution={distribution}
        range={range}
        onMove={write}
        onHold={hold}
      />
      <SpreadFiguresList spread={spread} distribution={distribution} />
      <div className="spread-parameters" data-family={spread.family}>
        {spread.parameters.map((parameter) => (
          <SpreadParameter
            key={`${spread.family} ${parameter.key} ${parameter.index}`}
            label={label}
            spread={spread}
            parameter={parameter}
            distribution={distribution}
            range={range}
            fault={fault !== null && isSame(parameter, blamed) ? fault.message : null}
            onDraft={(typed) => setDraft(typed === null ? null : { parameter, words: typed })}
            onCommit={commit}
            onStep={write}
            onHold={hold}
          />
        ))}
      </div>
      {more === null ? null : <Button onClick={() => write(more)}>Add a value</Button>}
    </section>
  );
}
