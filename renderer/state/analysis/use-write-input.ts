import { useCallback, useEffect } from 'react';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';
import { useStores } from '../use-stores.ts';
import { valueWriter } from '../value-writer.ts';

/** Digits that a value found is written with: more than anyone reads, few enough to be read. */
const digits = 6;

/** Makes the act of writing a value found into the text on screen, as one step of undo, and showing it there. */
export function useWriteInput(): (note: InputNote, value: number) => void {
  const { documents, editorLink, notices, surveyor } = useStores();
  // Where a value stands is asked when it is written, of the text as it is then.
  useEffect(() => surveyor.attend(), [surveyor]);
  return useCallback(
    (note, value) => {
      const document = documents.active();
      const { place } = note;
      const survey = document?.survey ?? null;
      const written = survey?.inputs.find(
        (one) => place !== null && one.place.file === place.file && one.place.from === place.from,
      );
      if (document === null || survey === null || written === undefined) {
        notices.warn('form', { kind: 'refused', message: `${note.key} has no line of its own to write to.` });
        return;
      }
      const rounded = Number(value.toPrecision(digits));
      const text = formatQuantity(rounded, note.dimension, survey.start);
      const result = valueWriter(document.text, written).write(text);
      if ('fault' in result) {
        notices.warn('form', { kind: 'refused', message: result.fault });
        return;
      }
      editorLink.beginGesture();
      documents.edit(document.id, result.text);
      editorLink.endGesture();
      if (place !== null && place.file === document.id) {
        editorLink.reveal({ from: place.from, to: place.from + text.length });
      }
      notices.say('form', `${note.key} is ${text} now.`);
    },
    [documents, editorLink, notices],
  );
}
