import { insertEntry } from '#shared/scenario/edit/insert-entry.ts';
import { setScalar } from '#shared/scenario/edit/set-scalar.ts';
import type { EditOutcome } from '#shared/scenario/edit/text-edit.ts';
import type { Value } from '#shared/scenario/value.ts';

/** Writes one quantity again and again during a drag, and the last time when it ends. */
export interface ValueWriter {
  /** The text with the quantity written as given, or why that cannot be. */
  write(written: string): { readonly text: string } | { readonly fault: string };
}

/**
 * Makes a writer for a quantity of a text. The first writing finds the place and proves that it can be written there; the
 * next ones replace the same characters, so that a drag does not parse the whole text at every step.
 */
export function valueWriter(id: string, text: string, value: Value): ValueWriter {
  let place: {
    readonly head: string;
    readonly tail: string;
    readonly first: string;
    readonly insert: string;
  } | null = null;
  return {
    write(written) {
      if (place && isPlain(written) && isPlain(place.first)) {
        return { text: place.head + place.insert.replace(place.first, written) + place.tail };
      }
      const outcome = firstWriting(id, text, value, written);
      if (!outcome.ok) return { fault: outcome.error.message };
      const [edit] = outcome.value.edits;
      if (edit && outcome.value.edits.length === 1 && edit.insert.includes(written)) {
        place = {
          head: text.slice(0, edit.from),
          tail: text.slice(edit.to),
          first: written,
          insert: edit.insert,
        };
      }
      return { text: outcome.value.text };
    },
  };
}

function firstWriting(id: string, text: string, value: Value, written: string): EditOutcome {
  if (value.place.file === id) return setScalar(text, value.path, written);
  const cut = value.path.lastIndexOf('.');
  return insertEntry(text, value.path.slice(0, Math.max(0, cut)), value.path.slice(cut + 1), written);
}

/** Says whether a text can stand anywhere in YAML without quotes. */
function isPlain(written: string): boolean {
  return /^[\w$.][\w$.%/ -]*$/.test(written);
}
