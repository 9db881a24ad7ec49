import { type KeyboardEvent, useRef, useState } from 'react';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import { density } from '#shared/view/density.ts';
import { dateSpelling } from '../state/date-spelling.ts';
import type { OpenDocument } from '../state/documents.ts';
import { type FormRow, sliderRange } from '../state/form.ts';
import { showPlace } from '../state/show-place.ts';
import { useStores } from '../state/use-stores.ts';
import { type ValueWriter, valueWriter } from '../state/value-writer.ts';
import { IconButton } from '../ui/button.tsx';
import { DensitySketch } from '../ui/density-sketch.tsx';
import { FormDate } from './form-date.tsx';

interface FormFieldProps {
  readonly row: FormRow;
  readonly start: YearMonth;
  readonly document: OpenDocument;
}

/** One quantity: its words as a text field, a slider or a picker of dates where it is certain, a sketch where it is not. */
export function FormField({ row, start, document }: FormFieldProps) {
  const stores = useStores();
  const { documents, editorLink, notices } = stores;
  const { value, label, isInherited } = row;
  const [typed, setTyped] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const writer = useRef<ValueWriter | null>(null);
  const held = useRef<ReturnType<typeof sliderRange>>(null);

  const isCertain = value.distribution.kind === 'constant';
  const amount = value.distribution.kind === 'constant' ? value.distribution.value : Number.NaN;
  const slider =
    held.current ?? (isCertain && value.dimension !== 'date' ? sliderRange(amount, value.range) : null);
  const spelling = isCertain && value.dimension === 'date' ? dateSpelling(value.text) : null;
  const outline = isCertain ? null : density(value.distribution);

  const write = (written: string) => {
    writer.current ??= valueWriter(document.id, documents.find(document.id)?.text ?? document.text, value);
    const result = writer.current.write(written);
    if ('fault' in result) notices.warn('form', { kind: 'refused', message: result.fault });
    else documents.edit(document.id, result.text);
  };
  const commit = () => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== value.text) write(typed.trim());
    setTyped(null);
    writer.current = null;
  };
  const drag = (next: number) => {
    if (dragged === null) {
      held.current = slider;
      editorLink.beginGesture();
    }
    setDragged(next);
    write(formatQuantity(rounded(next, slider?.step ?? 1), value.dimension, start));
  };
  const hold = (isHeld: boolean) => {
    if (isHeld) return editorLink.beginGesture();
    editorLink.endGesture();
    writer.current = null;
  };
  const drop = () => {
    if (dragged === null) return;
    editorLink.endGesture();
    setDragged(null);
    held.current = null;
    writer.current = null;
  };
  const type = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
  };
  const shown =
    dragged === null
      ? value.text
      : formatQuantity(rounded(dragged, slider?.step ?? 1), value.dimension, start);

  return (
    <div className="form-field">
      <label className="form-label" title={value.path}>
        <span>{label}</span>
        <input
          value={typed ?? shown}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={type}
        />
      </label>
      <div className="form-aid">
        {slider ? (
          <input
            type="range"
            aria-label={`${label}: slider`}
            min={slider.min}
            max={slider.max}
            step={slider.step}
            value={dragged ?? amount}
            onChange={(event) => drag(Number(event.target.value))}
            onPointerUp={drop}
            onKeyUp={drop}
            onBlur={drop}
          />
        ) : null}
        {spelling ? (
          <FormDate label={label} text={value.text} spelling={spelling} onPick={write} onHold={hold} />
        ) : null}
        {outline ? (
          <DensitySketch
            points={outline.points}
            isDiscrete={outline.isDiscrete}
            label={`Distribution from ${formatQuantity(outline.low, value.dimension, start)} to ${formatQuantity(outline.high, value.dimension, start)}`}
          />
        ) : null}
      </div>
      {isInherited ? (
        <span
          className="form-origin"
          title={`Inherited from ${value.place.file}; a change here overrides it`}
        >
          inherited
        </span>
      ) : null}
      <IconButton
        icon="file"
        label={`Show ${label} in the text`}
        onClick={() => void showPlace(stores, value.place)}
      />
    </div>
  );
}

/** Takes the digits off that a slider cannot mean. */
function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
