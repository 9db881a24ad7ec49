import { type KeyboardEvent, memo, useId, useMemo, useState } from 'react';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { density } from '#shared/view/density.ts';
import { dateSpelling } from '../../state/date-spelling.ts';
import type { FormRow } from '../../state/form.ts';
import { faultOfWords, type WordsFault } from '../../state/form-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DensitySketch } from '../../ui/density-sketch.tsx';
import { FormDate } from './form-date.tsx';
import { FormSlider } from './form-slider.tsx';
import { InheritedMark } from './inherited-mark.tsx';
import { ShowInTextButton } from './show-in-text-button.tsx';
import { SpreadEditor } from './spread-editor.tsx';
import { useQuantity } from './use-quantity.ts';

interface FormFieldProps {
  readonly row: FormRow;
  readonly start: YearMonth;
  /** Keys that `=KEY` may refer to. */
  readonly assumptions: readonly string[];
  /** Of the scenario that is edited. */
  readonly id: string;
}

/**
 * One quantity: its words as a text field, a slider or a picker of dates where it is certain, a sketch where it is not, and
 * below, when asked for, the editor of its distribution.
 */
export const FormField = memo(function FormField({ row, start, assumptions, id }: FormFieldProps) {
  const { value, label, name, belongsTo, isInherited, mayBeUncertain } = row;
  const quantity = useQuantity(id, value, start);
  const { words, distribution, write, hold } = quantity;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<WordsFault | null>(null);
  const faultId = useId();
  const [isOpen, setOpen] = useState(false);
  const editorId = useId();

  const amount = distribution.kind === 'constant' ? distribution.value : null;
  const spelling = amount !== null && value.dimension === 'date' ? dateSpelling(words) : null;
  const outline = useMemo(() => density(distribution), [distribution]);
  const say = (at: number) => formatQuantity(Number(at.toPrecision(3)), value.dimension, start);

  const settle = () => {
    setTyped(null);
    setFault(null);
  };
  const commit = (next = typed?.trim() ?? '') => {
    if (next === '' || next === words) return settle();
    const found = faultOfWords(next, { value, start, assumptions, mayBeUncertain });
    setFault(found);
    // What cannot be read is kept to be mended, with its fault below; the text stays readable.
    if (found !== null) return;
    write(next);
    settle();
  };
  const type = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') settle();
  };

  return (
    <div className={belongsTo === '' ? 'form-item' : 'form-item form-part'} data-path={value.path}>
      <div className="form-field">
        <label className="form-label" title={value.path}>
          <span>
            {isInherited ? <InheritedMark file={value.place.file} /> : null}
            {name}
          </span>
          <input
            value={typed ?? words}
            title={words}
            aria-label={label}
            spellCheck={false}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : faultId}
            data-settled={typed === null ? '' : undefined}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => commit()}
            onKeyDown={type}
          />
        </label>
        <div className="form-aid">
          {amount !== null && value.dimension !== 'date' ? (
            <FormSlider
              label={label}
              amount={amount}
              range={value.range}
              says={words}
              onMove={(next) => write(formatQuantity(next, value.dimension, start))}
              onHold={hold}
            />
          ) : null}
          {spelling ? (
            <FormDate label={label} text={words} spelling={spelling} onPick={write} onHold={hold} />
          ) : null}
          {outline ? (
            <DensitySketch
              points={outline.points}
              isDiscrete={outline.isDiscrete}
              label={`Distribution from ${say(outline.low)} to ${say(outline.high)}`}
            />
          ) : null}
        </div>
        {mayBeUncertain ? (
          <IconButton
            icon="spread"
            label={`Distribution of ${label}`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? editorId : undefined}
            onClick={() => setOpen(!isOpen)}
          />
        ) : (
          <span className="form-gap" />
        )}
        <ShowInTextButton label={label} place={value.place} />
      </div>
      {fault ? (
        <p className="form-fault" id={faultId} role="alert">
          {fault.message} Not written.
          {fault.fix ? <Button onClick={() => commit(fault.fix?.words)}>{fault.fix.title}</Button> : null}
        </p>
      ) : null}
      {isOpen ? (
        <SpreadEditor id={editorId} label={label} value={value} start={start} quantity={quantity} />
      ) : null}
    </div>
  );
});
