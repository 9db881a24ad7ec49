import { type KeyboardEvent, useId, useState } from 'react';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { density } from '#shared/view/density.ts';
import { dateSpelling } from '../../state/date-spelling.ts';
import type { OpenDocument } from '../../state/documents.ts';
import type { FormRow } from '../../state/form.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';
import { DensitySketch } from '../../ui/density-sketch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormDate } from './form-date.tsx';
import { FormSlider } from './form-slider.tsx';
import { SpreadEditor } from './spread-editor.tsx';
import { useQuantity } from './use-quantity.ts';

interface FormFieldProps {
  readonly row: FormRow;
  readonly start: YearMonth;
  readonly document: OpenDocument;
}

/**
 * One quantity: its words as a text field, a slider or a picker of dates where it is certain, a sketch where it is not, and
 * below, when asked for, the editor of its distribution.
 */
export function FormField({ row, start, document }: FormFieldProps) {
  const stores = useStores();
  const { value, label, name, belongsTo, isInherited, mayBeUncertain } = row;
  const quantity = useQuantity(document, value, start);
  const { words, distribution, write, hold } = quantity;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const editorId = useId();

  const amount = distribution.kind === 'constant' ? distribution.value : null;
  const spelling = amount !== null && value.dimension === 'date' ? dateSpelling(words) : null;
  const outline = density(distribution);
  const say = (at: number) => formatQuantity(Number(at.toPrecision(3)), value.dimension, start);

  const commit = () => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== words) write(typed.trim());
    setTyped(null);
  };
  const type = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
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
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
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
        <IconButton
          icon="file"
          label={`Show ${label} in the text`}
          onClick={() => void showPlace(stores, value.place)}
        />
      </div>
      {isOpen ? (
        <SpreadEditor id={editorId} label={label} value={value} start={start} quantity={quantity} />
      ) : null}
    </div>
  );
}

/** Says that a quantity stands in a base or a used file. */
function InheritedMark({ file }: { readonly file: string }) {
  return (
    <span className="form-inherited" title={`Inherited from ${file}; a change here overrides it`}>
      <Icon name="inherited" />
      <span className="unseen">inherited</span>
    </span>
  );
}
