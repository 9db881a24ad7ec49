import { insertEntry } from '#shared/scenario/edit/insert-entry.ts';
import { setPeriodEnd } from '#shared/scenario/edit/set-period-end.ts';
import { setScalar } from '#shared/scenario/edit/set-scalar.ts';
import { applyEdits, type EditOutcome } from '#shared/scenario/edit/text-edit.ts';
import { findNode } from '#shared/scenario/text/find.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import type { Value } from '#shared/scenario/value.ts';
import { refill, type ScalarSlot } from './scalar-slot.ts';

/** What a writing comes to. */
export type Written = { readonly text: string } | { readonly fault: string };

/** Writes one quantity again and again during a drag, and the last time when it ends. */
export interface ValueWriter {
  /** The text with the quantity written as given, or why that cannot be. */
  write(words: string): Written;
}

/**
 * Makes a writer for a quantity of a text. The first writing finds the place and proves that it can be written there; the
 * next ones replace the same characters, so that a drag does not parse the whole text at every step.
 */
export function valueWriter(text: string, value: Value): ValueWriter {
  let slot: ScalarSlot | null = null;
  return {
    write(words) {
      const edit = slot && refill(slot, words);
      if (edit) return { text: applyEdits(text, [edit]).text };
      const outcome = firstWriting(text, value, words);
      if (!outcome.ok) return { fault: outcome.error.message };
      const [only, ...others] = outcome.value.edits;
      if (only && others.length === 0 && only.insert.includes(words)) slot = { ...only, written: words };
      return { text: outcome.value.text };
    },
  };
}

/** Writes at the place where the quantity stands in this text, or as an override where it stands in another file. */
function firstWriting(text: string, value: Value, words: string): EditOutcome {
  const own = setScalar(text, value.path, words + wordsBehind(text, value));
  if (own.ok || own.error.code !== 'not-found') return own;
  const end = setPeriodEnd(text, value.path, words);
  if (end.ok || end.error.code !== 'not-found') return end;
  const cut = value.path.lastIndexOf('.');
  return insertEntry(text, value.path.slice(0, Math.max(0, cut)), value.path.slice(cut + 1), words);
}

/** Words that stand behind the quantity without being part of it: ` online` in `1 GW online`. */
function wordsBehind(text: string, { path, text: known }: Value): string {
  const { tree } = parseText('', text);
  const found = tree === null ? null : (findNode(tree, path)?.node ?? null);
  const node = found?.kind === 'map' ? found.entries.find(({ key }) => key === 'value')?.value : found;
  if (node?.kind !== 'scalar' || !node.text.startsWith(`${known} `)) return '';
  const behind = node.text.slice(known.length);
  return /^ [a-z]+$/.test(behind) ? behind : '';
}
