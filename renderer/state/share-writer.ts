import { insertEntry } from '#shared/scenario/edit/insert-entry.ts';
import { setScalar } from '#shared/scenario/edit/set-scalar.ts';
import { applyEdits, type EditOutcome } from '#shared/scenario/edit/text-edit.ts';
import type { ShareGroup } from '#shared/scenario/shares/share-group.ts';
import { findNode } from '#shared/scenario/text/find.ts';
import { parseText } from '#shared/scenario/text/parse.ts';
import { refill, type ScalarSlot } from './scalar-slot.ts';
import type { Written } from './value-writer.ts';

/** Writes all shares of a whole at once, again and again during a drag. */
export interface ShareWriter {
  /** The text with one wording per row; rows that keep theirs are not touched. */
  write(words: readonly string[]): Written;
}

/**
 * Makes a writer for the shares of a whole. Shares that stand in another file are written into this one first, all of
 * them, since a part of a list cannot be overridden; from then on only their characters change.
 */
export function shareWriter(text: string, group: ShareGroup): ShareWriter {
  let base: string | null = null;
  let slots: readonly (ScalarSlot | null)[] = [];
  return {
    write(words) {
      if (base === null) {
        const own = asOwn(text, group, words);
        if (!own.ok) return { fault: own.error.message };
        base = own.value.text;
        slots = group.rows.map(() => null);
      }
      const found = base;
      const edits = [];
      const next = [...slots];
      for (const [at, row] of group.rows.entries()) {
        const wanted = words[at] ?? row.value.text;
        if (row.fixedBy !== null) continue;
        const slot = next[at];
        const again = slot ? refill(slot, wanted) : null;
        if (again !== null) {
          edits.push(again);
          continue;
        }
        if (!slot && wanted === row.value.text && found === text) continue;
        const outcome = setScalar(found, row.value.path, wanted);
        if (!outcome.ok) return { fault: outcome.error.message };
        const [edit] = outcome.value.edits;
        if (edit === undefined) continue;
        next[at] = { ...edit, written: wanted };
        edits.push(edit);
      }
      slots = next;
      return { text: applyEdits(found, edits).text };
    },
  };
}

/** The text with every row in it. */
function asOwn(text: string, group: ShareGroup, words: readonly string[]): EditOutcome {
  const { tree } = parseText('', text);
  const isOwn = (path: string) => tree !== null && findNode(tree, path) !== null;
  if (group.rows.every(({ value }) => isOwn(value.path))) return { ok: true, value: { text, edits: [] } };
  const cut = group.path.lastIndexOf('.');
  const [above, key] = [group.path.slice(0, cut), group.path.slice(cut + 1)];
  if (group.kind === 'ramp') return insertEntry(text, above, key, `[${words.join(', ')}]`);
  let written: EditOutcome = { ok: true, value: { text, edits: [] } };
  for (const [at, { name, value, fixedBy }] of group.rows.entries()) {
    if (!written.ok) return written;
    // What stands elsewhere and is left alone goes on being inherited.
    if (fixedBy === null && !isOwn(value.path)) {
      written = insertEntry(written.value.text, group.path, name, words[at] ?? value.text);
    }
  }
  return written;
}
